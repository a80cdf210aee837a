/** Class metrics, bounds, calibration and comparisons: pure functions on arrays. */
@NullMarked
package org.limbeck.metric;

import org.jspecify.annotations.NullMarked;
