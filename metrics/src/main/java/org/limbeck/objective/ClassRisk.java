package org.limbeck.objective;

import java.util.Arrays;
import java.util.Collections;

/**
 * Class risks R_y = sum_i r_iy l(y, f(x_i)) / sum_i r_iy, one for each class.
 *
 * <p>A class without mass has no risk: it is refused before ({@link ClassPrior}).
 */
public final class ClassRisk {
  private static final int[] NO_GROUPS = {};

  private ClassRisk() {}

  /**
   * The risks under cross-entropy, in nats.
   *
   * @param logProbabilities log softmax of the scores, row-major {@code [examples, classes]}
   */
  public static double[] crossEntropy(float[] logProbabilities, LabelWeights weights) {
    return classes(weights).crossEntropy(logProbabilities, weights, NO_GROUPS);
  }

  /**
   * The risks under the 0-1 loss: the share of each class's weight that is predicted as another.
   *
   * @param predictions argmax of the scores, {@code [examples]}
   */
  public static double[] zeroOne(int[] predictions, LabelWeights weights) {
    return classes(weights).zeroOne(predictions, weights, NO_GROUPS);
  }

  private static Strata classes(LabelWeights weights) {
    return Strata.classes(Collections.nCopies(weights.classes(), ""));
  }

  /**
   * Class risks shrunk towards their mean, the more the less of a class there is: (n_y R_y + k M) /
   * (n_y + k), with M = (1/m) sum_y R_y.
   *
   * <p>This is the posterior mean of an error rate under a Beta prior with mean M and k
   * pseudo-counts: each class gets k more examples at the mean risk. Multipliers do not depend on a
   * term that all classes share, so for them it shrinks gamma by n_y / (n_y + k) on the part of R_y
   * above the mean. Derived in docs/method.md, section 2.
   *
   * @param risk R_y, {@code [classes]}
   * @param mass n_y = sum_i r_iy, {@code [classes]}, each &gt; 0
   * @param k pseudo-examples, &gt;= 0; 0 changes nothing
   */
  public static double[] smoothed(double[] risk, double[] mass, double k) {
    check(risk.length, mass.length);
    if (k == 0) {
      return risk.clone();
    }
    double mean = Arrays.stream(risk).average().orElseThrow();
    var smoothed = new double[risk.length];
    for (int y = 0; y < risk.length; y++) {
      smoothed[y] = (mass[y] * risk[y] + k * mean) / (mass[y] + k);
    }
    return smoothed;
  }

  private static void check(int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException("expected " + expected + " values, found " + found);
    }
  }
}
