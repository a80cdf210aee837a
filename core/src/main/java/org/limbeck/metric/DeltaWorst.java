package org.limbeck.metric;

import java.util.Arrays;

/**
 * The accuracy under the worst class frequencies near uniform: min { sum_y v_y acc_y : KL(v ||
 * uniform) &lt;= delta }.
 *
 * <p>delta = 0 gives the balanced accuracy, delta &gt;= log m the worst-class accuracy; in between
 * it falls. Source: docs/method.md, section 5.
 */
public final class DeltaWorst {
  // The minimiser is v_y proportional to exp(-t acc_y), and KL(v || uniform) grows with t >= 0, so
  // t is found by bisection. Where the minimum is reached by c classes KL tends to log(m / c).
  private static final int HALVINGS = 200;

  private DeltaWorst() {}

  /**
   * The delta-worst accuracy.
   *
   * @param classAccuracy of the classes that have examples, each finite, at least one
   * @param delta the radius in nats, &gt;= 0
   */
  public static double of(double[] classAccuracy, double delta) {
    check(classAccuracy, delta);
    if (delta == 0) {
      return Arrays.stream(classAccuracy).average().orElseThrow();
    }
    double worst = Arrays.stream(classAccuracy).min().orElseThrow();
    long ties = Arrays.stream(classAccuracy).filter(a -> a == worst).count();
    if (delta >= Math.log((double) classAccuracy.length / ties)) {
      return worst;
    }
    double[] excess = Arrays.stream(classAccuracy).map(a -> a - worst).toArray();
    double low = 0;
    double high = 1;
    while (divergence(excess, high) < delta && high < Double.MAX_VALUE / 2) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (divergence(excess, middle) < delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return worst + dot(weights(excess, low), excess);
  }

  private static double divergence(double[] excess, double t) {
    double sum = Math.log(excess.length);
    for (double v : weights(excess, t)) {
      sum += v > 0 ? v * Math.log(v) : 0;
    }
    return sum;
  }

  private static double[] weights(double[] excess, double t) {
    double[] weights = Arrays.stream(excess).map(e -> Math.exp(-t * e)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void check(double[] classAccuracy, double delta) {
    if (!(delta >= 0)) {
      throw new IllegalArgumentException("delta: expected 0 or more, found " + delta);
    }
    if (classAccuracy.length == 0) {
      throw new IllegalArgumentException("expected 1 class or more, found none");
    }
    for (double accuracy : classAccuracy) {
      if (!Double.isFinite(accuracy)) {
        throw new IllegalArgumentException("expected finite accuracies, found " + accuracy);
      }
    }
  }
}
