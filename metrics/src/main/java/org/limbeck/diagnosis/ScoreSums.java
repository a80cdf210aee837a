package org.limbeck.diagnosis;

import java.util.List;
import org.limbeck.metric.ArgMax;

/**
 * What the checks of scores need of a table, from one walk over it.
 *
 * <p>The examples of each class go to two halves in turn, so that what is found on one half can be
 * tested on the other.
 */
final class ScoreSums {
  static final int HALVES = 2;

  private final int classes;
  private final int examples;
  private final int[] labelCounts;
  private final int[][][] counts;
  private final double[][][] masses;
  private final double[] squares;
  private double rowMeans;
  private double squaredRowMeans;

  private ScoreSums(List<LabelledRows> parts) {
    classes = parts.get(0).classes();
    examples = parts.stream().mapToInt(LabelledRows::size).sum();
    labelCounts = new int[classes];
    counts = new int[HALVES][classes][classes];
    masses = new double[HALVES][classes][classes];
    squares = new double[classes];
    for (LabelledRows part : parts) {
      for (int label : part.labels()) {
        labelCounts[label]++;
      }
    }
  }

  /** The sums over all parts of a table, one or more. */
  static ScoreSums of(List<LabelledRows> parts) {
    var sums = new ScoreSums(parts);
    var row = new double[sums.classes];
    var seen = new int[sums.classes];
    for (LabelledRows part : parts) {
      for (int i = 0; i < part.size(); i++) {
        part.read(i, row);
        int label = part.labels()[i];
        sums.add(row, label, seen[label]++ % HALVES);
      }
    }
    return sums;
  }

  private void add(double[] row, int label, int half) {
    counts[half][label][ArgMax.ofRow(row)]++;
    double[] mass = masses[half][label];
    double mean = 0;
    for (int y = 0; y < classes; y++) {
      double p = Math.exp(row[y]);
      mass[y] += p;
      squares[y] += p * p;
      mean += p * labelCounts[y];
    }
    mean /= examples;
    rowMeans += mean;
    squaredRowMeans += mean * mean;
  }

  /** The number of classes m. */
  int classes() {
    return classes;
  }

  /** The number of examples n. */
  int examples() {
    return examples;
  }

  /** The number of examples with this label. */
  int labelled(int label) {
    return labelCounts[label];
  }

  /** The number of examples of a half with this label. */
  int labelled(int half, int label) {
    return (labelCounts[label] + 1 - half) / HALVES;
  }

  /** How many examples of a half with this label are predicted as a column. */
  int count(int half, int label, int column) {
    return counts[half][label][column];
  }

  /** How many examples with this label are predicted as a column. */
  int count(int label, int column) {
    return counts[0][label][column] + counts[1][label][column];
  }

  /** The sum over the examples of a half with this label of a column's probability. */
  double mass(int half, int label, int column) {
    return masses[half][label][column];
  }

  /** The number of examples that are predicted as a column. */
  int predicted(int column) {
    int predicted = 0;
    for (int label = 0; label < classes; label++) {
      predicted += count(label, column);
    }
    return predicted;
  }

  /** The sum over all examples of a column's probability. */
  double mass(int column) {
    double mass = 0;
    for (int label = 0; label < classes; label++) {
      mass += masses[0][label][column] + masses[1][label][column];
    }
    return mass;
  }

  /** The sum over all examples of the square of a column's probability. */
  double squares(int column) {
    return squares[column];
  }

  /** The sum over all examples of the mean of their probabilities, weighted by label frequency. */
  double rowMeans() {
    return rowMeans;
  }

  /** The sum of the squares of these means. */
  double squaredRowMeans() {
    return squaredRowMeans;
  }
}
