package org.limbeck.metric;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A mean over seeds with its two-sided t-interval: mean +- t s / sqrt(n), with t the quantile of n
 * - 1 degrees of freedom and s the standard deviation with divisor n - 1.
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
    Levels.check("confidence", confidence);
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("expected finite values: " + Arrays.toString(values));
    }
    double mean = Arrays.stream(values).average().orElseThrow(Interval::noValues);
    int n = values.length;
    if (n == 1) {
      return new Interval(mean, null, null);
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + confidence) / 2);
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new Interval(mean, mean - half, mean + half);
  }

  /**
   * The interval of the mean of {@code a[i] - b[i]}: two recipes compared seed by seed.
   *
   * @param a values of the one recipe, one a seed
   * @param b values of the other for the same seeds in the same order
   */
  public static Interval ofPairedDifferences(double[] a, double[] b, double confidence) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "expected %d values to pair, found %d".formatted(a.length, b.length));
    }
    var differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return ofSeeds(differences, confidence);
  }

  private static IllegalArgumentException noValues() {
    return new IllegalArgumentException("expected 1 value or more, found none");
  }
}
