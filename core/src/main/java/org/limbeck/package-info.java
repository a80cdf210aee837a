/** What every room may use. */
@NullMarked
package org.limbeck;

import org.jspecify.annotations.NullMarked;
