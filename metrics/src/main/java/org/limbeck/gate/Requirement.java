package org.limbeck.gate;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a release requires of a model.
 *
 * @param rule what is required
 * @param subject the class or group that is meant; {@code null} for all of them
 * @param limit the least accuracy, the largest gap, or the margin that a drop must stay below
 */
public record Requirement(Rule rule, @Nullable String subject, double limit) {
  // A gap is a sum of distances between two distributions over bins: at most 2.
  private static final double MOST_GAP = 2;

  public Requirement {
    double most = rule == Rule.CALIBRATION_GAP ? MOST_GAP : 1;
    if (!(limit >= 0 && limit <= most)) {
      throw new IllegalArgumentException(
          "%s%s: expected a number in [0, %.0f], found %s"
              .formatted(rule.text(), subject == null ? "" : " '" + subject + "'", most, limit));
    }
    boolean mayName = rule == Rule.CLASS || rule == Rule.GROUP;
    if (subject == null ? rule == Rule.CLASS : !mayName) {
      throw new IllegalArgumentException(
          rule.text() + ": expected a name for class and group only, found " + subject);
    }
  }

  /** The accuracy of every class is at least {@code threshold}, in [0, 1]. */
  public static Requirement worstClass(double threshold) {
    return new Requirement(Rule.WORST_CLASS, null, threshold);
  }

  /** The accuracy of the named class is at least {@code threshold}, in [0, 1]. */
  public static Requirement ofClass(String name, double threshold) {
    return new Requirement(Rule.CLASS, name, threshold);
  }

  /** The accuracy over all examples is at least {@code threshold}, in [0, 1]. */
  public static Requirement accuracy(double threshold) {
    return new Requirement(Rule.ACCURACY, null, threshold);
  }

  /** The mean of the class accuracies is at least {@code threshold}, in [0, 1]. */
  public static Requirement balancedAccuracy(double threshold) {
    return new Requirement(Rule.BALANCED_ACCURACY, null, threshold);
  }

  /** The accuracy in every group is at least {@code threshold}, in [0, 1]. */
  public static Requirement groups(double threshold) {
    return new Requirement(Rule.GROUP, null, threshold);
  }

  /** The accuracy in the named group is at least {@code threshold}, in [0, 1]. */
  public static Requirement ofGroup(String name, double threshold) {
    return new Requirement(Rule.GROUP, name, threshold);
  }

  /**
   * The accuracy of every class in every group is at least {@code threshold}, in [0, 1]. A group
   * without examples of a class leaves that pair undecided.
   */
  public static Requirement classesInGroups(double threshold) {
    return new Requirement(Rule.CLASS_IN_GROUP, null, threshold);
  }

  /** The calibration gap of every class is at most {@code limit}; approximate, by a bootstrap. */
  public static Requirement maxCalibrationGap(double limit) {
    return new Requirement(Rule.CALIBRATION_GAP, null, limit);
  }

  /** The accuracy of every class drops by less than {@code margin}, in [0, 1], from a baseline. */
  public static Requirement maxDrop(double margin) {
    return new Requirement(Rule.MAX_DROP, null, margin);
  }

  /** What makes two requirements the same question, for which there can be one limit only. */
  String question() {
    return subject == null ? rule.text() : rule.text() + " '" + subject + "'";
  }
}
