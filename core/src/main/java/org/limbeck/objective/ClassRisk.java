package org.limbeck.objective;

/**
 * Class risks R_y = sum_i r_iy l(y, f(x_i)) / sum_i r_iy, one for each class.
 *
 * <p>A class without mass has no risk: it is refused before ({@link ClassPrior}).
 */
public final class ClassRisk {
  private ClassRisk() {}

  /**
   * The risks under cross-entropy, in nats.
   *
   * @param logProbabilities log softmax of the scores, row-major {@code [examples, classes]}
   */
  public static double[] crossEntropy(float[] logProbabilities, LabelWeights weights) {
    int m = weights.classes();
    check(weights.examples() * m, logProbabilities.length);
    var risk = new double[m];
    for (int i = 0; i < logProbabilities.length; i++) {
      risk[i % m] -= weights.of(i / m, i % m) * logProbabilities[i];
    }
    return perMass(risk, weights);
  }

  /**
   * The risks under the 0-1 loss: the share of each class's weight that is predicted as another.
   *
   * @param predictions argmax of the scores, {@code [examples]}
   */
  public static double[] zeroOne(int[] predictions, LabelWeights weights) {
    int m = weights.classes();
    check(weights.examples(), predictions.length);
    double[] risk = weights.classMass();
    for (int i = 0; i < predictions.length; i++) {
      risk[predictions[i]] -= weights.of(i, predictions[i]);
    }
    for (int y = 0; y < m; y++) {
      risk[y] = Math.max(0, risk[y]);
    }
    return perMass(risk, weights);
  }

  private static double[] perMass(double[] risk, LabelWeights weights) {
    double[] mass = weights.classMass();
    for (int y = 0; y < risk.length; y++) {
      risk[y] /= mass[y];
    }
    return risk;
  }

  private static void check(int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException("expected " + expected + " values, found " + found);
    }
  }
}
