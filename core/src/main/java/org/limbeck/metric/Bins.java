package org.limbeck.metric;

/**
 * Equal-width bins over [0, 1] that collect scores and whether what they scored came true.
 *
 * <p>A score p falls into bin floor(p * bins), 1 into the last.
 */
final class Bins {
  private final double[] scoreSum;
  private final int[] hits;
  private final int[] count;

  Bins(int bins) {
    scoreSum = new double[bins];
    hits = new int[bins];
    count = new int[bins];
  }

  void add(double score, boolean hit) {
    int bin = Math.min((int) (score * count.length), count.length - 1);
    scoreSum[bin] += score;
    hits[bin] += hit ? 1 : 0;
    count[bin]++;
  }

  /** sum_b (n_b/n) | mean_b(score) / scoreScale - mean_b(hit) / hitScale |. */
  double gap(int examples, double scoreScale, double hitScale) {
    double sum = 0;
    for (int b = 0; b < count.length; b++) {
      sum += Math.abs(scoreSum[b] / scoreScale - hits[b] / hitScale);
    }
    return sum / examples;
  }

  int size() {
    return count.length;
  }

  int count(int bin) {
    return count[bin];
  }

  double meanScore(int bin) {
    return scoreSum[bin] / count[bin];
  }

  double hitRate(int bin) {
    return (double) hits[bin] / count[bin];
  }

  /** The sum of all scores. */
  double scoreSum() {
    double sum = 0;
    for (double value : scoreSum) {
      sum += value;
    }
    return sum;
  }
}
