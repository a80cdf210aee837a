package org.limbeck.diagnosis;

import java.util.Arrays;

/**
 * The one-to-one assignment of rows to columns with the largest sum of weights.
 *
 * <p>Shortest augmenting paths with row and column prices, O(m^3) (Jonker &amp; Volgenant,
 * Computing 38, 1987, without its initialisation).
 */
final class MaximumAssignment {
  private static final int FREE = -1;

  private final double[][] weights;
  private final int size;
  private final double[] rowPrices;
  private final double[] columnPrices;
  private final int[] rowOf;
  private final int[] previous;
  private final double[] distance;
  private final boolean[] visited;

  private MaximumAssignment(double[][] weights) {
    this.weights = weights;
    size = weights.length;
    rowPrices = new double[size];
    // The last column is a start for paths: it belongs to the row that is being assigned.
    columnPrices = new double[size + 1];
    rowOf = new int[size + 1];
    previous = new int[size];
    distance = new double[size + 1];
    visited = new boolean[size + 1];
    Arrays.fill(rowOf, FREE);
  }

  /**
   * The column of each row.
   *
   * @param weights {@code [m, m]}, finite
   */
  static int[] of(double[][] weights) {
    var search = new MaximumAssignment(weights);
    for (int row = 0; row < weights.length; row++) {
      search.assign(row);
    }
    return search.columns();
  }

  private void assign(int row) {
    rowOf[size] = row;
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(visited, false);
    int column = size;
    while (rowOf[column] != FREE) {
      column = nearest(column);
    }
    augment(column);
  }

  /** Extends the paths by the row of a column; returns the column that is then nearest. */
  private int nearest(int from) {
    visited[from] = true;
    double[] row = weights[rowOf[from]];
    double price = rowPrices[rowOf[from]];
    int best = FREE;
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < size; column++) {
      if (!visited[column]) {
        double reduced = -row[column] - price - columnPrices[column];
        if (reduced < distance[column]) {
          distance[column] = reduced;
          previous[column] = from;
        }
        if (distance[column] < least) {
          least = distance[column];
          best = column;
        }
      }
    }
    raise(least);
    return best;
  }

  private void raise(double by) {
    for (int column = 0; column <= size; column++) {
      if (visited[column]) {
        rowPrices[rowOf[column]] += by;
        columnPrices[column] -= by;
      } else {
        distance[column] -= by;
      }
    }
  }

  private void augment(int last) {
    int column = last;
    while (column != size) {
      rowOf[column] = rowOf[previous[column]];
      column = previous[column];
    }
  }

  private int[] columns() {
    var columns = new int[size];
    for (int column = 0; column < size; column++) {
      columns[rowOf[column]] = column;
    }
    return columns;
  }
}
