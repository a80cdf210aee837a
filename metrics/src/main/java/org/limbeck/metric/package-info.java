/**
 * Class metrics, exact bounds, calibration error, paired comparisons and fronts.
 *
 * <p>Start at {@link org.limbeck.metric.ClassTally} (a confusion matrix) and {@link
 * org.limbeck.metric.ClassMetrics} (what is reported of it), {@link
 * org.limbeck.metric.Calibration}, {@link org.limbeck.metric.GroupMetrics} and {@link
 * org.limbeck.metric.PairedComparison}; {@link org.limbeck.metric.RankCorrelation} ranks. Pure
 * functions of arrays: no files, no native code. {@code objective} and {@code calibration} build on
 * it.
 */
@NullMarked
package org.limbeck.metric;

import org.jspecify.annotations.NullMarked;
