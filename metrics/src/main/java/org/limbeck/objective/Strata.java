package org.limbeck.objective;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a data set with their own risks: its classes, its groups, or its classes in each
 * group, in which case class y in group g is number g m + y.
 *
 * <p>With label weights r, part u has the mass sum_i sum_{y: (y, g_i) in u} r_iy.
 *
 * @param by what the parts are
 * @param classNames in label order
 * @param groupNames in the order of group numbers; may be empty by class
 */
public record Strata(By by, List<String> classNames, List<String> groupNames) {
  public Strata {
    classNames = List.copyOf(classNames);
    groupNames = List.copyOf(groupNames);
    if (by != By.CLASS && groupNames.isEmpty()) {
      throw new IllegalArgumentException("by: the data have no groups");
    }
  }

  /** The classes. */
  public static Strata classes(List<String> classNames) {
    return new Strata(By.CLASS, classNames, List.of());
  }

  /** The number of parts. */
  public int size() {
    return switch (by) {
      case CLASS -> classNames.size();
      case GROUP -> groupNames.size();
      case CLASS_AND_GROUP -> groupNames.size() * classNames.size();
    };
  }

  /** The part that class {@code y} belongs to in group {@code group}. */
  public int of(int y, int group) {
    return switch (by) {
      case CLASS -> y;
      case GROUP -> group;
      case CLASS_AND_GROUP -> group * classNames.size() + y;
    };
  }

  /** The names of the parts in messages and tables. */
  public List<String> names() {
    return switch (by) {
      case CLASS -> classNames;
      case GROUP -> groupNames;
      case CLASS_AND_GROUP -> {
        List<String> names = new ArrayList<>();
        groupNames.forEach(group -> classNames.forEach(name -> names.add(name + " in " + group)));
        yield names;
      }
    };
  }

  /** The part of each labelled example. */
  public int[] labels(int[] labels, int[] groups) {
    var parts = new int[labels.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = of(labels[i], group(groups, i));
    }
    return parts;
  }

  private static int group(int[] groups, int example) {
    return groups.length == 0 ? 0 : groups[example];
  }

  /** The mass of each part. */
  public double[] mass(LabelWeights weights, int[] groups) {
    if (by == By.CLASS) {
      return weights.classMass();
    }
    var mass = new double[size()];
    for (int i = 0; i < weights.examples(); i++) {
      for (int y = 0; y < weights.classes(); y++) {
        mass[of(y, groups[i])] += weights.of(i, y);
      }
    }
    return mass;
  }

  /**
   * The share of each part.
   *
   * @throws org.limbeck.LimbeckException naming a part without mass
   */
  public ClassPrior prior(LabelWeights weights, int[] groups) {
    return ClassPrior.ofMass(mass(weights, groups), weights.examples(), names());
  }

  /**
   * The risks under the 0-1 loss, {@code [parts]}; NaN for a part without mass.
   *
   * @param predictions of classes, {@code [examples]}
   * @param weights r, {@code [examples, classes]}
   * @param groups {@code [examples]}; may be empty by class
   */
  public double[] zeroOne(int[] predictions, LabelWeights weights, int[] groups) {
    check(weights.examples(), predictions.length);
    double[] mass = mass(weights, groups);
    double[] risk = mass.clone();
    for (int i = 0; i < predictions.length; i++) {
      risk[of(predictions[i], group(groups, i))] -= weights.of(i, predictions[i]);
    }
    for (int u = 0; u < risk.length; u++) {
      risk[u] = Math.max(0, risk[u]) / mass[u];
    }
    return risk;
  }

  private static void check(int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException("expected " + expected + " values, found " + found);
    }
  }

  /**
   * The risks under cross-entropy, in nats, {@code [parts]}; NaN for a part without mass.
   *
   * @param logProbabilities log softmax of the scores, row-major {@code [examples, classes]}
   * @param weights r, {@code [examples, classes]}
   * @param groups {@code [examples]}; may be empty by class
   */
  public double[] crossEntropy(float[] logProbabilities, LabelWeights weights, int[] groups) {
    int m = weights.classes();
    check(Math.multiplyExact(weights.examples(), m), logProbabilities.length);
    double[] mass = mass(weights, groups);
    var risk = new double[mass.length];
    for (int i = 0; i < logProbabilities.length; i++) {
      int example = i / m;
      risk[of(i % m, group(groups, example))] -= weights.of(example, i % m) * logProbabilities[i];
    }
    for (int u = 0; u < risk.length; u++) {
      risk[u] /= mass[u];
    }
    return risk;
  }

  /**
   * The costs of classes that costs of parts amount to: their mean over the groups, c_y = sum_g
   * pi_yg c_yg / sum_g pi_yg.
   *
   * @param classAndGroup the mass of each class in each group, g m + y
   */
  public double[] ofClasses(double[] costs, double[] classAndGroup) {
    if (by == By.CLASS) {
      return costs;
    }
    int m = classNames.size();
    var sums = new double[m];
    var masses = new double[m];
    for (int i = 0; i < classAndGroup.length; i++) {
      sums[i % m] += classAndGroup[i] * costs[of(i % m, i / m)];
      masses[i % m] += classAndGroup[i];
    }
    for (int y = 0; y < m; y++) {
      sums[y] /= masses[y];
    }
    return sums;
  }

  /** The kinds of parts, each with its own risk and multiplier. */
  public enum By {
    /** Each class. */
    CLASS,
    /** Each group, whatever the class: its examples are weighted alike. */
    GROUP,
    /** Each class in each group. */
    CLASS_AND_GROUP
  }
}
