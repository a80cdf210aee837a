package org.limbeck.compare;

import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;

/**
 * A student's worst-class accuracy on test against that of a reference, paired over seeds.
 *
 * @param difference mean and 95 % t-interval, in [-1, 1]
 * @param p of the paired t-test; null with one seed and where no seed differs from another
 * @param adjustedP the same after Holm's correction for all students of the study that have one
 */
public record Comparison(Interval difference, @Nullable Double p, @Nullable Double adjustedP) {}
