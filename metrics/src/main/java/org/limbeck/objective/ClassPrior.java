package org.limbeck.objective;

import java.util.List;
import org.limbeck.LimbeckException;

/**
 * The class prior pi_y = mean_i r_iy of some label weights; every entry is &gt; 0.
 *
 * <p>For a student this is the teacher's prior pi^t, not the label frequencies (docs/method.md,
 * section 1).
 */
public final class ClassPrior {
  private final double[] pi;

  private ClassPrior(double[] pi) {
    this.pi = pi;
  }

  /**
   * The prior of label weights.
   *
   * @param classNames named in the error when a class has no weight at all
   * @throws LimbeckException if a class has no mass: it has no risk and cannot be trained
   */
  public static ClassPrior of(LabelWeights weights, List<String> classNames) {
    return ofMass(weights.classMass(), weights.examples(), classNames);
  }

  static ClassPrior ofMass(double[] mass, int examples, List<String> names) {
    var mean = mass.clone();
    for (int y = 0; y < mean.length; y++) {
      mean[y] /= examples;
      if (!(mean[y] > 0)) {
        throw new LimbeckException(
            "class '%s' has no weight in any of the %d examples, so it has no risk to minimise; "
                    .formatted(names.get(y), examples)
                + "add examples of it or leave the class out");
      }
    }
    return new ClassPrior(mean);
  }

  /**
   * A prior given by its values.
   *
   * @param pi one value for each class, each &gt; 0, summing to 1 within 1e-6
   */
  public static ClassPrior of(double... pi) {
    double sum = 0;
    for (double value : pi) {
      if (!(value > 0)) {
        throw new IllegalArgumentException("prior: expected values > 0, found " + value);
      }
      sum += value;
    }
    if (Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException("prior: expected a sum of 1, found " + sum);
    }
    return new ClassPrior(pi.clone());
  }

  /** The number of classes m. */
  public int classes() {
    return pi.length;
  }

  /** pi_y of class {@code y}. */
  public double of(int y) {
    return pi[y];
  }

  /** A copy of all values. */
  public double[] toArray() {
    return pi.clone();
  }

  void checkClasses(int found) {
    if (found != pi.length) {
      throw new IllegalArgumentException("expected " + pi.length + " classes, found " + found);
    }
  }
}
