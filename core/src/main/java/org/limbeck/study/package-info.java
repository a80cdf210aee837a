/** Studies: plans, runs, their records, and the choice among them. */
@NullMarked
package org.limbeck.study;

import org.jspecify.annotations.NullMarked;
