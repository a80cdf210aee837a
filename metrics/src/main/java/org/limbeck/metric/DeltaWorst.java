package org.limbeck.metric;

import java.util.Arrays;
import java.util.Objects;

/**
 * The accuracy under the worst class frequencies near uniform: min { sum_y v_y acc_y : KL(v ||
 * uniform) &lt;= delta }.
 *
 * <p>delta = 0 gives the balanced accuracy, delta &gt;= log m the worst-class accuracy; in between
 * it falls. Source: docs/method.md, section 5.
 */
public final class DeltaWorst {
  private DeltaWorst() {}

  /**
   * The delta-worst accuracy over the classes that have examples.
   *
   * @param metrics of one split
   * @param delta the radius in nats, &gt;= 0
   */
  public static double of(ClassMetrics metrics, double delta) {
    double[] present =
        metrics.classAccuracy().stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return of(present, delta);
  }

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
    double[] losses = Arrays.stream(classAccuracy).map(accuracy -> -accuracy).toArray();
    return -KlBall.uniform(losses.length, delta).largestMean(losses);
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
