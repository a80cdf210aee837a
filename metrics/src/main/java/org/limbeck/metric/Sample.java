package org.limbeck.metric;

import java.util.Arrays;

/**
 * A few independent values as their size, mean and spread.
 *
 * @param size n, at least 1
 * @param mean of the values
 * @param standardError s / sqrt(n), with s the standard deviation with divisor n - 1; 0 for one
 *     value, which has no spread
 */
record Sample(int size, double mean, double standardError) {

  /**
   * The sample of some values.
   *
   * @param values finite, at least one
   */
  static Sample of(double[] values) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("expected finite values: " + Arrays.toString(values));
    }
    double mean = Arrays.stream(values).average().orElseThrow(Sample::noValues);
    int n = values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Sample(n, mean, n == 1 ? 0 : Math.sqrt(squares / (n - 1) / n));
  }

  /**
   * The sample of {@code a[i] - b[i]}.
   *
   * @param a one value a pair
   * @param b the other value of each pair in the same order
   */
  static Sample ofDifferences(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "expected %d values to pair, found %d".formatted(a.length, b.length));
    }
    var differences = new double[a.length];
    Arrays.setAll(differences, i -> a[i] - b[i]);
    return of(differences);
  }

  private static IllegalArgumentException noValues() {
    return new IllegalArgumentException("expected 1 value or more, found none");
  }
}
