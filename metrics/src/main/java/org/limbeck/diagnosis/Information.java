package org.limbeck.diagnosis;

/**
 * How much the scores say about the labels.
 *
 * <p>With p_iy less its mean over the classes (weighted by label frequency) and over the examples,
 * the sum over the examples of the value at their label has mean 0 and a known variance if scores
 * and labels are independent, that is over all ways of giving the labels to the examples
 * (Hoeffding, <i>Annals of Mathematical Statistics</i> 22, 1951).
 *
 * @param z that sum in standard deviations
 * @param examples n
 * @param constant whether all examples have the same scores
 */
public record Information(double z, int examples, boolean constant) {
  private static final double CONSTANT = 1e-10;
  // P(Z > 3.09) = 0.001.
  private static final double LIKELY_Z = 3.09;
  // P(Z > 4.75) = 0.000001.
  private static final double CERTAIN_Z = 4.75;
  private static final double LEAST_CORRELATION = 0.1;
  private static final int ENOUGH = 30;

  static Information of(ScoreSums sums) {
    double n = sums.examples();
    double grand = sums.rowMeans() / n;
    double total = -n * grand;
    double variance = grand * grand - sums.squaredRowMeans() / n;
    for (int y = 0; y < sums.classes(); y++) {
      double mean = sums.mass(y) / n;
      total += sums.mass(0, y, y) + sums.mass(1, y, y);
      variance += sums.labelled(y) / n * (sums.squares(y) / n - mean * mean);
    }
    if (variance < CONSTANT || n < 2) {
      return new Information(0, sums.examples(), variance < CONSTANT);
    }
    return new Information(total / Math.sqrt(n * n / (n - 1) * variance), sums.examples(), false);
  }

  /** The correlation of scores and labels, in [-1, 1] but for rounding. */
  public double correlation() {
    return z / Math.sqrt(examples);
  }

  /**
   * Whether the scores say nothing: likely, if their correlation with the labels does not differ
   * from 0; certainly, if its upper end is below 0.1 besides.
   */
  public Certainty nothing() {
    if (constant) {
      return Certainty.CERTAIN;
    }
    if (z >= LIKELY_Z || examples < ENOUGH) {
      return Certainty.NONE;
    }
    boolean small = z + CERTAIN_Z < LEAST_CORRELATION * Math.sqrt(examples);
    return small ? Certainty.CERTAIN : Certainty.LIKELY;
  }
}
