package org.limbeck.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.SplitResult;

/** The metrics of the leaderboard, all shares in [0, 1]. */
public enum SplitMetric {
  /** Share of examples predicted rightly. */
  ACCURACY,
  /** Mean over classes of the class accuracy. */
  BALANCED_ACCURACY,
  /** Accuracy of the class that is predicted worst. */
  WORST_CLASS_ACCURACY,
  /** Mean accuracy of the k worst classes, k = max(1, ceil(m / 10)). */
  WORST_K_ACCURACY,
  /** Accuracy of the group that is predicted worst, of those with examples. */
  WORST_GROUP_ACCURACY,
  /** Accuracy of the class in a group that is predicted worst, of those with examples. */
  WORST_CLASS_IN_GROUP_ACCURACY;

  /** The metrics that results have, with or without groups, in the order of tables. */
  public static List<SplitMetric> available(boolean groups) {
    return Arrays.stream(values()).filter(metric -> groups || !metric.ofGroups()).toList();
  }

  /** The metric that a study is to have highest, in the mean over seeds. */
  public static SplitMetric chosenBy(SelectionPlan plan) {
    return switch (plan.by()) {
      case CLASS -> WORST_CLASS_ACCURACY;
      case GROUP -> WORST_GROUP_ACCURACY;
      case CLASS_AND_GROUP -> WORST_CLASS_IN_GROUP_ACCURACY;
    };
  }

  /** Whether only data with groups have it. */
  public boolean ofGroups() {
    return this == WORST_GROUP_ACCURACY || this == WORST_CLASS_IN_GROUP_ACCURACY;
  }

  /**
   * The metric of one run.
   *
   * @throws IllegalArgumentException if it is one of groups and the result has none
   */
  public double of(SplitResult result) {
    return switch (this) {
      case ACCURACY -> result.metrics().accuracy();
      case BALANCED_ACCURACY -> result.metrics().balancedAccuracy();
      case WORST_CLASS_ACCURACY -> result.metrics().worstClassAccuracy();
      case WORST_K_ACCURACY -> result.metrics().worstK().mean();
      case WORST_GROUP_ACCURACY -> groups(result).group().worstClassAccuracy();
      case WORST_CLASS_IN_GROUP_ACCURACY -> groups(result).classInGroup().worstClassAccuracy();
    };
  }

  private GroupMetrics groups(SplitResult result) {
    GroupMetrics groups = result.groups();
    if (groups == null) {
      throw new IllegalArgumentException(label() + ": the result has no groups");
    }
    return groups;
  }

  /** What sentences call it. */
  public String words() {
    return switch (this) {
      case ACCURACY -> "accuracy";
      case BALANCED_ACCURACY -> "balanced accuracy";
      case WORST_CLASS_ACCURACY -> "worst-class accuracy";
      case WORST_K_ACCURACY -> "worst-k accuracy";
      case WORST_GROUP_ACCURACY -> "worst-group accuracy";
      case WORST_CLASS_IN_GROUP_ACCURACY -> "accuracy of the worst class in a group";
    };
  }

  /** The same at the start of a sentence. */
  public String title() {
    return words().substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1);
  }

  /** The name used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
