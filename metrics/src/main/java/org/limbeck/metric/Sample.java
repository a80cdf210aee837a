package org.limbeck.metric;

import java.util.Arrays;

/**
 * A few values as their size, mean and spread.
 *
 * @param size n, at least 1
 * @param mean of the values
 * @param standardError s sqrt(1/n + overlap), with s the standard deviation with divisor n - 1; 0
 *     for one value, which has no spread
 */
public record Sample(int size, double mean, double standardError) {

  /**
   * The sample of some values.
   *
   * @param values finite, at least one
   * @param overlap 0 for independent values, otherwise as {@link Interval#ofSplits} has it
   */
  public static Sample of(double[] values, double overlap) {
    if (!(overlap >= 0 && overlap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("overlap: expected 0 or more, found " + overlap);
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("expected finite values: " + Arrays.toString(values));
    }
    double mean = Arrays.stream(values).average().orElseThrow(Sample::noValues);
    int n = values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double variance = n == 1 ? 0 : squares / (n - 1);
    return new Sample(n, mean, Math.sqrt(variance / n + variance * overlap));
  }

  /**
   * The sample of {@code a[i] - b[i]}.
   *
   * @param a one value a pair
   * @param b the other value of each pair in the same order
   * @param overlap as {@link #of} has it
   */
  static Sample ofDifferences(double[] a, double[] b, double overlap) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "expected %d values to pair, found %d".formatted(a.length, b.length));
    }
    var differences = new double[a.length];
    Arrays.setAll(differences, i -> a[i] - b[i]);
    return of(differences, overlap);
  }

  private static IllegalArgumentException noValues() {
    return new IllegalArgumentException("expected 1 value or more, found none");
  }
}
