package org.limbeck.metric;

import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A mean over seeds with its two-sided t-interval: mean +- t s sqrt(1/n + overlap), with t the
 * quantile of n - 1 degrees of freedom and s the standard deviation with divisor n - 1. The overlap
 * is 0 for independent values.
 *
 * @param mean of the values
 * @param low lower end, {@code null} with a single value, which has no spread
 * @param high upper end, {@code null} with a single value
 */
public record Interval(double mean, @Nullable Double low, @Nullable Double high) {

  /**
   * The interval of the mean of independent values.
   *
   * @param values one a seed, finite, at least one
   * @param confidence in (0, 1)
   */
  public static Interval ofSeeds(double[] values, double confidence) {
    return ofSplits(values, 0, confidence);
  }

  /**
   * The interval of the mean over several splits of one data set. Their training examples are
   * mostly the same ones, so the values are not independent, and s / sqrt(n) is too small. Source:
   * Nadeau & Bengio, "Inference for the Generalization Error", Machine Learning 52, 2003: the
   * variance of the mean is s^2 (1/n + overlap).
   *
   * @param values one a split, finite, at least one
   * @param overlap examples that a value is measured on / examples that are trained on, the same in
   *     all splits; 0 or more
   * @param confidence in (0, 1)
   */
  public static Interval ofSplits(double[] values, double overlap, double confidence) {
    return of(Sample.of(values, overlap), confidence);
  }

  static Interval of(Sample sample, double confidence) {
    Levels.check("confidence", confidence);
    if (sample.size() == 1) {
      return new Interval(sample.mean(), null, null);
    }
    var distribution = new TDistribution(sample.size() - 1);
    double t = distribution.inverseCumulativeProbability((1 + confidence) / 2);
    double half = t * sample.standardError();
    return new Interval(sample.mean(), sample.mean() - half, sample.mean() + half);
  }
}
