package org.limbeck.gate.exact;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** Clopper-Pearson bounds of counts that are not whole, for forecasts. */
final class BetaBounds {
  private static final double ACCURACY = 1e-9;

  private BetaBounds() {}

  /** The upper bound at level d. */
  static double upper(double count, double trials, double d) {
    return count >= trials ? 1 : quantile(count + 1, trials - count, 1 - d);
  }

  /** The lower bound at level d. */
  static double lower(double count, double trials, double d) {
    return count <= 0 ? 0 : quantile(count, trials - count + 1, d);
  }

  private static double quantile(double alpha, double beta, double probability) {
    return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
  }
}
