package org.limbeck.teacher;

/** Softmax in double precision, row by row. */
final class Softmax {
  private Softmax() {}

  /** The softmax of each row of {@code scores}, row-major {@code [rows, classes]}; a new array. */
  static double[] rows(double[] scores, int classes) {
    var probabilities = new double[scores.length];
    for (int start = 0; start < scores.length; start += classes) {
      double log = logSumExp(scores, start, classes);
      for (int y = start; y < start + classes; y++) {
        probabilities[y] = Math.exp(scores[y] - log);
      }
    }
    return probabilities;
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
