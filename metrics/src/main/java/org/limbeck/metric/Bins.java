package org.limbeck.metric;

/**
 * Equal-width bins over [0, 1], a row of them for each class, that collect scores and hits: whether
 * the scored class was the right one.
 *
 * <p>A score p falls into bin floor(p * bins), 1 into the last.
 */
final class Bins {
  private final int size;
  private final double[] scoreSum;
  private final int[] hits;
  private final int[] count;

  Bins(int rows, int bins) {
    size = bins;
    scoreSum = new double[rows * bins];
    hits = new int[rows * bins];
    count = new int[rows * bins];
  }

  void add(int row, double score, boolean hit) {
    int cell = cell(row, score);
    scoreSum[cell] += score;
    hits[cell] += hit ? 1 : 0;
    count[cell]++;
  }

  /** The index of a score's bin in {@link #hitsInto} and {@link #scoresInto}. */
  int cell(int row, double score) {
    return row * size + Math.min((int) (score * size), size - 1);
  }

  void merge(Bins other) {
    for (int cell = 0; cell < count.length; cell++) {
      scoreSum[cell] += other.scoreSum[cell];
      hits[cell] += other.hits[cell];
      count[cell] += other.count[cell];
    }
  }

  /** sum_b (n_b/n) | mean_b(score) / scoreScale - mean_b(hit) / hitScale | of a row. */
  double gap(int row, int examples, double scoreScale, double hitScale) {
    double sum = 0;
    for (int cell = row * size; cell < (row + 1) * size; cell++) {
      sum += Math.abs(scoreSum[cell] / scoreScale - hits[cell] / hitScale);
    }
    return sum / examples;
  }

  int size() {
    return size;
  }

  int count(int row, int bin) {
    return count[row * size + bin];
  }

  double meanScore(int row, int bin) {
    return scoreSum[row * size + bin] / count[row * size + bin];
  }

  double hitRate(int row, int bin) {
    return (double) hits[row * size + bin] / count[row * size + bin];
  }

  /** The sum of all scores of a row. */
  double scoreSum(int row) {
    double sum = 0;
    for (int cell = row * size; cell < (row + 1) * size; cell++) {
      sum += scoreSum[cell];
    }
    return sum;
  }

  /** The number of hits in a row. */
  int hits(int row) {
    int sum = 0;
    for (int cell = row * size; cell < (row + 1) * size; cell++) {
      sum += hits[cell];
    }
    return sum;
  }

  /** Adds {@code weight} times the sums of scores to {@code target}, {@code [rows, bins]}. */
  void scoresInto(double[] target, int weight) {
    for (int cell = 0; cell < target.length; cell++) {
      target[cell] += weight * scoreSum[cell];
    }
  }

  /** Adds {@code weight} times the hits to {@code target}, {@code [rows, bins]}. */
  void hitsInto(double[] target, int weight) {
    for (int cell = 0; cell < target.length; cell++) {
      target[cell] += weight * hits[cell];
    }
  }
}
