package org.limbeck.study;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.objective.By;
import org.limbeck.objective.Strata;
import org.limbeck.train.Predictions;

/**
 * How good predictions are in each group, and on each class in each group; with the number of
 * examples and an exact bound for each, so that small ones are seen to be small.
 *
 * @param names of the groups
 * @param group metrics whose classes are the groups
 * @param classInGroup metrics whose classes are the classes in each group, {@code group m + class};
 *     absent where a group has none of a class
 */
public record GroupMetrics(List<String> names, ClassMetrics group, ClassMetrics classInGroup) {
  public GroupMetrics {
    names = List.copyOf(names);
  }

  /** Fewer examples than these are told as few: 15 right of 30 may stand for 31 to 69 %. */
  private static final int FEW = 30;

  /** The metrics of some predictions with groups. */
  public static GroupMetrics of(Predictions predictions, List<String> names) {
    return of(
        predictions.classes(),
        predictions.labels(),
        predictions.predicted(),
        predictions.groups(),
        names,
        SplitResult.CONFIDENCE);
  }

  /**
   * The metrics of some predictions.
   *
   * @param classes m
   * @param labels {@code [examples]}, each in [0, m)
   * @param predicted {@code [examples]}
   * @param groups {@code [examples]}, each an index of {@code names}
   * @param names of the groups, two or more
   * @param confidence of the bounds, in (0, 1)
   */
  public static GroupMetrics of(
      int classes,
      int[] labels,
      int[] predicted,
      int[] groups,
      List<String> names,
      double confidence) {
    if (names.size() < 2) {
      throw new IllegalArgumentException("names: expected 2 groups or more, found " + names);
    }
    List<String> unnamed = Collections.nCopies(classes, "");
    var hits = new boolean[labels.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = predicted[i] == labels[i];
    }
    var byGroup = new Strata(By.GROUP, unnamed, names);
    var byBoth = new Strata(By.CLASS_AND_GROUP, unnamed, names);
    return new GroupMetrics(
        names,
        of(byGroup.size(), byGroup.labels(labels, groups), hits, confidence),
        of(byBoth.size(), byBoth.labels(labels, groups), hits, confidence));
  }

  private static ClassMetrics of(int strata, int[] labels, boolean[] hits, double confidence) {
    var predicted = new int[labels.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = hits[i] ? labels[i] : (labels[i] + 1) % strata;
    }
    return ClassMetrics.of(
        ClassTally.of(strata, labels, predicted), confidence, OptionalInt.empty());
  }

  /** The number of classes m. */
  public int classes() {
    return classInGroup.classes() / names.size();
  }

  /** Whether a share of so many examples needs to be marked as one of few. */
  public static boolean few(int examples) {
    return examples < FEW;
  }

  /** Where a class in a group is in {@link #classInGroup}. */
  public int cell(int classIndex, int groupIndex) {
    return groupIndex * classes() + classIndex;
  }
}
