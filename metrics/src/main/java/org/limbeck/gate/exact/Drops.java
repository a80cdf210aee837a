package org.limbeck.gate.exact;

import org.limbeck.metric.ClopperPearson;

/**
 * Whether the accuracy of a class drops by less than a margin from a baseline to a candidate, from
 * counts on the same examples: b that only the baseline has right, c that only the candidate has.
 *
 * <p>The drop is (b - c)/n. Its bounds at level d join one Clopper-Pearson bound for each count at
 * level d/2, so they are exact and conservative. Source: docs/method.md, section 5.
 */
public final class Drops {
  private Drops() {}

  /** The bounds of the drop at level d; {@code examples} is at least 1. */
  public static Bounds bounds(int baselineOnly, int candidateOnly, int examples, double d) {
    return new Bounds(
        lower(baselineOnly, candidateOnly, examples, d),
        upper(baselineOnly, candidateOnly, examples, d));
  }

  /** P(B &gt;= b) for B ~ Bin(b + c, 1/2): McNemar's exact test of "the candidate is worse". */
  public static double mcnemarWorse(int baselineOnly, int candidateOnly) {
    return Shares.atLeast(baselineOnly, baselineOnly + candidateOnly, 0.5);
  }

  /** McNemar's exact two-sided test: twice the smaller tail, at most 1. */
  public static double mcnemarTwoSided(int baselineOnly, int candidateOnly) {
    int larger = Math.max(baselineOnly, candidateOnly);
    return Math.min(1, 2 * Shares.atLeast(larger, baselineOnly + candidateOnly, 0.5));
  }

  /**
   * Whether the upper bound at level d is below the margin.
   *
   * @param b right in the baseline only, at least 0
   * @param c right in the candidate only, at least 0
   * @param n examples, at least 1
   * @param margin in [0, 1]
   * @param d in (0, 1)
   */
  public static boolean holds(int b, int c, int n, double margin, double d) {
    if (b - c >= margin * n) {
      return false; // the bound is above the drop itself
    }
    // Below the margin where the lower bound of c is above x: one tail instead of an inversion.
    double x = ClopperPearson.upper(b, n, 1 - d / 2) - margin;
    if (c == 0 || x <= 0) {
      return x < 0 || (c > 0 && x == 0);
    }
    double tail = Shares.atLeast(c, n, x);
    return Shares.isTie(tail, d / 2) ? upper(b, c, n, d) < margin : tail < d / 2;
  }

  /** Whether the lower bound at level d is above the margin; arguments as for holds. */
  public static boolean violated(int b, int c, int n, double margin, double d) {
    if (b - c <= margin * n) {
      return false; // the bound is below the drop itself
    }
    double y = ClopperPearson.lower(b, n, 1 - d / 2) - margin;
    if (y <= 0) {
      return false;
    }
    double tail = Shares.atLeast(n - c, n, 1 - y);
    return Shares.isTie(tail, d / 2) ? lower(b, c, n, d) > margin : tail < d / 2;
  }

  private static double upper(int b, int c, int n, double d) {
    return ClopperPearson.upper(b, n, 1 - d / 2) - ClopperPearson.lower(c, n, 1 - d / 2);
  }

  private static double lower(int b, int c, int n, double d) {
    return ClopperPearson.lower(b, n, 1 - d / 2) - ClopperPearson.upper(c, n, 1 - d / 2);
  }
}
