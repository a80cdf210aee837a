package org.limbeck.metric;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Exact one-sided confidence bounds on a success probability, from {@code correct} successes in
 * {@code count} independent trials.
 *
 * <p>With d = 1 - level: lower = the d-quantile of Beta(k, n - k + 1), upper = the level-quantile
 * of Beta(k + 1, n - k). Source: Clopper &amp; Pearson, Biometrika 26, 1934.
 */
public final class ClopperPearson {
  private static final double ACCURACY = 1e-12;

  private ClopperPearson() {}

  /**
   * The probability is at least this at confidence {@code level}; 0 if nothing is correct.
   *
   * @param correct in [0, count]
   * @param count at least 1
   * @param level in (0, 1)
   */
  public static double lower(int correct, int count, double level) {
    check(correct, count, level);
    if (correct == 0) {
      return 0;
    }
    if (correct == count) {
      return Math.pow(1 - level, 1.0 / count);
    }
    return quantile(correct, count - correct + 1.0, 1 - level);
  }

  /**
   * The probability is at most this at confidence {@code level}; 1 if everything is correct.
   *
   * @param correct in [0, count]
   * @param count at least 1
   * @param level in (0, 1)
   */
  public static double upper(int correct, int count, double level) {
    check(correct, count, level);
    if (correct == count) {
      return 1;
    }
    if (correct == 0) {
      return -Math.expm1(Math.log1p(-level) / count);
    }
    return quantile(correct + 1.0, count - correct, level);
  }

  private static double quantile(double alpha, double beta, double probability) {
    return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
  }

  private static void check(int correct, int count, double level) {
    if (count < 1 || correct < 0 || correct > count) {
      throw new IllegalArgumentException(
          "expected 0 <= correct <= count and a count of 1 or more, found %d of %d"
              .formatted(correct, count));
    }
    Levels.check("level", level);
  }
}
