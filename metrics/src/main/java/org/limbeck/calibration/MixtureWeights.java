package org.limbeck.calibration;

import java.util.Arrays;

/**
 * The weights under which a mixture of probabilities fits labels best.
 *
 * <p>Maximises (1/n) sum_i log sum_k w_k p_k(y_i | x_i) over the simplex by expectation
 * maximisation, w_k times the mean over i of p_k / sum_j w_j p_j (Dempster, Laird &amp; Rubin,
 * 1977). The objective is concave, so with g_k that mean, max_k g_k - 1 bounds how far it is from
 * its maximum; after t steps that distance is at most log(k) / t.
 *
 * @param weights of the members, in [0, 1], 1 together
 * @param gap the bound in nats an example
 */
@SuppressWarnings("ArrayRecordComponent") // small, read-only
public record MixtureWeights(double[] weights, double gap) {
  private static final double ENOUGH = 1e-7;
  private static final int MOST_STEPS = 10_000;

  /**
   * Fits weights, from equal ones.
   *
   * @param logs log-probabilities of the label, {@code [members][examples]}, finite
   */
  public static MixtureWeights fit(double[][] logs) {
    double[][] scaled = scaled(logs);
    var weights = new double[logs.length];
    Arrays.fill(weights, 1.0 / logs.length);
    double gap = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS && gap > ENOUGH; step++) {
      double[] gains = gains(scaled, weights);
      gap = Arrays.stream(gains).max().orElseThrow() - 1;
      if (gap > ENOUGH) {
        move(weights, gains);
      }
    }
    return new MixtureWeights(weights, Math.max(0, gap));
  }

  /** Probabilities in each example relative to its largest, so that none of them underflows. */
  private static double[][] scaled(double[][] logs) {
    int examples = logs[0].length;
    var scaled = new double[examples][logs.length];
    for (int i = 0; i < examples; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double[] member : logs) {
        most = Math.max(most, member[i]);
      }
      for (int k = 0; k < logs.length; k++) {
        scaled[i][k] = Math.exp(logs[k][i] - most);
      }
    }
    return scaled;
  }

  private static double[] gains(double[][] scaled, double[] weights) {
    var gains = new double[weights.length];
    for (double[] example : scaled) {
      double mixed = 0;
      for (int k = 0; k < weights.length; k++) {
        mixed += weights[k] * example[k];
      }
      for (int k = 0; k < weights.length; k++) {
        gains[k] += example[k] / mixed / scaled.length;
      }
    }
    return gains;
  }

  private static void move(double[] weights, double[] gains) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] *= gains[k];
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
  }
}
