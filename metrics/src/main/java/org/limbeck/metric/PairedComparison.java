package org.limbeck.metric;

import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Two recipes compared over the seeds that they share.
 *
 * @param difference mean of {@code a[i] - b[i]} with its two-sided t-interval
 * @param p of the two-sided paired t-test: P(|T| &gt;= |t|), t = mean / (s sqrt(1/n + overlap)), n
 *     - 1 degrees of freedom; {@code null} with one seed, and where all differences are the same up
 *     to rounding: there is no spread to test against
 */
public record PairedComparison(Interval difference, @Nullable Double p) {
  // Differences of shares carry rounding errors near 1e-16; a spread of that size is none.
  private static final double ROUNDING = 1e-12;

  /**
   * The comparison of two recipes.
   *
   * @param a finite values of the one, one a seed
   * @param b values of the other for the same seeds in the same order
   * @param confidence of the interval, in (0, 1)
   */
  public static PairedComparison of(double[] a, double[] b, double confidence) {
    return of(a, b, 0, confidence);
  }

  /**
   * The comparison of two recipes over several splits of one data set.
   *
   * @param a finite values of the one, one a split
   * @param b values of the other for the same splits in the same order
   * @param overlap as {@link Interval#ofSplits} has it
   * @param confidence of the interval, in (0, 1)
   */
  public static PairedComparison of(double[] a, double[] b, double overlap, double confidence) {
    Sample differences = Sample.ofDifferences(a, b, overlap);
    return new PairedComparison(Interval.of(differences, confidence), p(differences));
  }

  private static @Nullable Double p(Sample differences) {
    if (differences.standardError() <= ROUNDING) {
      return null;
    }
    double t = Math.abs(differences.mean()) / differences.standardError();
    return 2 * new TDistribution(differences.size() - 1).cumulativeProbability(-t);
  }
}
