package org.limbeck.objective;

import java.util.Arrays;
import org.limbeck.metric.KlBall;

/**
 * The robust objective of the worst k classes: multipliers that are at most 1/k each, so that k
 * classes or more share them.
 *
 * <p>The maximum of sum_y lambda_y R_y over such multipliers is the mean of the k largest risks, a
 * conditional value at risk over classes. Source: docs/method.md, section 2.
 */
public final class WorstClasses {
  /** The number of classes above which the worst k = ceil(m / 10) stand for the worst one. */
  public static final int MANY = 20;

  private WorstClasses() {}

  /** The usual k for a number of classes: 1 up to {@link #MANY}, else a tenth, rounded up. */
  public static int usual(int classes) {
    return classes <= MANY ? 1 : (classes + 9) / 10;
  }

  /**
   * The capped multipliers nearest to lambda in KL divergence: min(s lambda_y, 1/k), with s such
   * that they sum to 1.
   *
   * @param logLambda log lambda, one for each class; some may be so small that lambda is 0
   * @param k in [1, classes]
   * @return logarithms
   */
  static double[] capped(double[] logLambda, int k) {
    int m = logLambda.length;
    if (k < 1 || k > m) {
      throw new IllegalArgumentException(
          "worstK: expected 1 to %d, the number of classes, found %d".formatted(m, k));
    }
    double[] normalised = KlBall.normalised(logLambda.clone());
    double[] sorted = normalised.clone();
    Arrays.sort(sorted);
    double cap = -Math.log(k);
    int largest = 0;
    double shift = 0;
    // The largest ones are at the cap and the others share the rest: as few as leave none of the
    // others above the cap. With k - 1 of them the others share 1/k, so it ends there at the
    // latest.
    while (shift + sorted[m - 1 - largest] > cap && largest < k - 1) {
      largest++;
      shift = Math.log1p(-largest / (double) k) - logSum(sorted, m - largest);
    }
    for (int y = 0; y < m; y++) {
      normalised[y] = Math.min(normalised[y] + shift, cap);
    }
    return normalised;
  }

  /** The logarithm of the sum of the first values, given and returned as logarithms. */
  private static double logSum(double[] sorted, int count) {
    double largest = sorted[count - 1];
    return largest
        + Math.log(Arrays.stream(sorted, 0, count).map(log -> Math.exp(log - largest)).sum());
  }
}
