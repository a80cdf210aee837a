package org.limbeck.diagnosis;

import java.util.Arrays;

/**
 * How much more probability a column gives the examples of a class than the examples of the other
 * classes.
 *
 * @param halves whose examples count
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
record ClassAffinity(ScoreSums sums, int[] halves) {

  /**
   * The mean probability of each class and column less the column's mean over the classes, {@code
   * [classes, columns]}, in [-1, 1]; 0 for a class without examples. A new array.
   */
  double[][] means() {
    int m = sums.classes();
    var means = new double[m][m];
    var ofColumn = new double[m];
    for (int y = 0; y < m; y++) {
      addMeans(y, means[y], ofColumn);
    }
    for (int y = 0; y < m; y++) {
      boolean absent = examples(y) == 0;
      for (int column = 0; column < m; column++) {
        means[y][column] = absent ? 0 : means[y][column] - ofColumn[column] / m;
      }
    }
    return means;
  }

  private void addMeans(int label, double[] means, double[] ofColumn) {
    int examples = Math.max(1, examples(label));
    for (int column = 0; column < means.length; column++) {
      int at = column;
      means[column] =
          Arrays.stream(halves).mapToDouble(half -> sums.mass(half, label, at)).sum() / examples;
      ofColumn[column] += means[column];
    }
  }

  private int examples(int label) {
    return Arrays.stream(halves).map(half -> sums.labelled(half, label)).sum();
  }
}
