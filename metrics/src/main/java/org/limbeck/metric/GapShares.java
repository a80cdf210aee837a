package org.limbeck.metric;

import java.util.Arrays;

/**
 * The calibration gap of a class from the cells of its bins.
 *
 * <p>sum_b (n_b/n) | mean_b(p_y) / mean(p_y) - mean_b(1[Y=y]) / mean(1[Y=y]) | is sum_b | s_b - h_b
 * |: the share s_b of all score mass that lies in the bin against the share h_b of all hits.
 */
final class GapShares {
  private GapShares() {}

  /**
   * The gap of every class; NaN for one without scores or hits.
   *
   * @param scores sums of scores, {@code [classes, bins]}
   * @param hits numbers of hits, {@code [classes, bins]}
   */
  static double[] gaps(double[] scores, double[] hits, int bins) {
    var gaps = new double[scores.length / bins];
    Arrays.setAll(gaps, y -> gap(scores, hits, y * bins, (y + 1) * bins));
    return gaps;
  }

  private static double gap(double[] scores, double[] hits, int from, int to) {
    double scoreSum = 0;
    double hitSum = 0;
    for (int cell = from; cell < to; cell++) {
      scoreSum += scores[cell];
      hitSum += hits[cell];
    }
    if (scoreSum <= 0 || hitSum <= 0) {
      return Double.NaN;
    }
    double gap = 0;
    for (int cell = from; cell < to; cell++) {
      gap += Math.abs(scores[cell] / scoreSum - hits[cell] / hitSum);
    }
    return gap;
  }

  /** The largest gap that is defined; 0 if none is. */
  static double worst(double[] gaps) {
    return Arrays.stream(gaps).filter(gap -> !Double.isNaN(gap)).max().orElse(0);
  }
}
