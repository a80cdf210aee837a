package org.limbeck.calibration;

/**
 * Softmax in double precision, row by row: {@link #rows} makes label weights and diagnoses, {@link
 * #inPlace} is the inner loop of fits.
 */
public final class Softmax {
  /*
   * Two exponentials, on purpose. Fits go through large tables hundreds of times and take the fast
   * one; label weights and diagnoses take Math.exp. Runs store numbers of both kinds, scales and
   * shifts of the one, gaps and likelihoods of the other: either exponential for both changes their
   * last digits, by 1e-14 of their value as measured, so that a run made again would differ from the
   * stored one. Their weights and predictions would stay.
   */

  private Softmax() {}

  /** The softmax of each row of {@code scores}, row-major {@code [rows, classes]}; a new array. */
  public static double[] rows(double[] scores, int classes) {
    var probabilities = new double[scores.length];
    for (int start = 0; start < scores.length; start += classes) {
      double log = logSumExp(scores, start, classes);
      for (int y = start; y < start + classes; y++) {
        probabilities[y] = Math.exp(scores[y] - log);
      }
    }
    return probabilities;
  }

  /** Replaces one row of scores by its softmax and returns its log sum of exponentials. */
  static double inPlace(double[] row) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : row) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int y = 0; y < row.length; y++) {
      row[y] = Exponential.of(row[y] - max);
      sum += row[y];
    }
    for (int y = 0; y < row.length; y++) {
      row[y] /= sum;
    }
    return max + Math.log(sum);
  }

  static double logSumExp(double[] scores, int start, int classes) {
    double max = Double.NEGATIVE_INFINITY;
    for (int y = start; y < start + classes; y++) {
      max = Math.max(max, scores[y]);
    }
    double sum = 0;
    for (int y = start; y < start + classes; y++) {
      sum += Math.exp(scores[y] - max);
    }
    return max + Math.log(sum);
  }
}
