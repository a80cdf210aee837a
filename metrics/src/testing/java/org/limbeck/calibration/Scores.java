package org.limbeck.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;
import org.limbeck.objective.ClassPrior;

/** Scores whose calibration is known: labels are drawn from the softmax of the true scores. */
public final class Scores {
  private Scores() {}

  /**
   * Examples of a teacher.
   *
   * @param sharpness what the true scores are multiplied by: 1 is right, more is over-confident
   * @param costs c, whose logarithms are added
   */
  public static HeldOutScores draw(int examples, double sharpness, double... costs) {
    int m = costs.length;
    var random = new NamedRandom(11, "scores");
    var logits = new float[examples * m];
    var labels = new int[examples];
    for (int i = 0; i < examples; i++) {
      float[] z = random.gaussians(m);
      var p = new double[m];
      for (int y = 0; y < m; y++) {
        p[y] = 2 * z[y];
        logits[i * m + y] = (float) (sharpness * p[y] + Math.log(costs[y]));
      }
      labels[i] = label(Softmax.rows(p, m), random.nextDouble());
    }
    return new HeldOutScores(logits, labels, LabelShift.frequencies(labels, m));
  }

  private static int label(double[] p, double u) {
    double sum = 0;
    for (int y = 0; y < p.length; y++) {
      sum += p[y];
      if (u < sum) {
        return y;
      }
    }
    return p.length - 1;
  }

  /** The same with another prior of training. */
  public static HeldOutScores withPrior(HeldOutScores heldOut, double... prior) {
    return new HeldOutScores(heldOut.rows(), heldOut.labels(), ClassPrior.of(prior));
  }

  public static double[] ones(int classes) {
    var ones = new double[classes];
    Arrays.fill(ones, 1);
    return ones;
  }

  public static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(y -> "class-" + y).toList();
  }
}
