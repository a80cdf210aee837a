package org.limbeck.gate.exact;

import org.hipparchus.special.Beta;
import org.limbeck.metric.ClopperPearson;

/**
 * Whether a share of right predictions is at least a threshold, from counts alone.
 *
 * <p>The lower Clopper-Pearson bound at level d is at least t exactly where P(X &gt;= k) &lt;= d
 * for X ~ Bin(n, t), and the upper one below t where P(X &lt;= k) &lt; d: one tail instead of an
 * inversion. Source: docs/method.md, section 5.
 */
public final class Shares {
  // Closer to d than this the bounds themselves are compared, so that verdicts agree with them.
  private static final double TIE = 1e-6;

  private Shares() {}

  /** The bounds at level d; {@code examples} is at least 1. */
  public static Bounds bounds(int correct, int examples, double d) {
    return new Bounds(
        ClopperPearson.lower(correct, examples, 1 - d),
        ClopperPearson.upper(correct, examples, 1 - d));
  }

  /**
   * Whether the lower bound at level d is at least the threshold.
   *
   * @param correct k in [0, examples]
   * @param examples n, at least 1
   * @param threshold t in [0, 1]
   * @param d in (0, 1)
   */
  public static boolean holds(int correct, int examples, double threshold, double d) {
    if (threshold == 0 || correct == 0 || threshold == 1) {
      return threshold == 0;
    }
    double tail = atLeast(correct, examples, threshold);
    return isTie(tail, d) ? ClopperPearson.lower(correct, examples, 1 - d) >= threshold : tail < d;
  }

  /** Whether the upper bound at level d is below the threshold; arguments as for holds. */
  public static boolean violated(int correct, int examples, double threshold, double d) {
    if (correct == examples || threshold == 0 || threshold == 1) {
      return correct < examples && threshold == 1;
    }
    double tail = atLeast(examples - correct, examples, 1 - threshold);
    return isTie(tail, d) ? ClopperPearson.upper(correct, examples, 1 - d) < threshold : tail < d;
  }

  static boolean isTie(double tail, double d) {
    return Math.abs(tail - d) <= TIE * d;
  }

  /**
   * P(X &gt;= count) for X ~ Bin(trials, p), with p in (0, 1); also for counts between integers.
   */
  static double atLeast(double count, double trials, double p) {
    return count <= 0 ? 1 : Beta.regularizedBeta(p, count, trials - count + 1);
  }
}
