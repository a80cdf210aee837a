/** Data sets, splits, long tails, and the sources they come from. */
@NullMarked
package org.limbeck.data;

import org.jspecify.annotations.NullMarked;
