package org.limbeck.metric;

import java.util.List;
import java.util.OptionalInt;

/**
 * How good predictions are in each group, and on each class in each group, with the number of
 * examples and an exact bound for each, which show how little a small one tells.
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
    var cells = new int[labels.length];
    var right = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      cells[i] = groups[i] * classes + labels[i];
      right[i] = predicted[i] == labels[i];
    }
    return new GroupMetrics(
        names,
        metrics(names.size(), groups, right, confidence),
        metrics(names.size() * classes, cells, right, confidence));
  }

  private static ClassMetrics metrics(int parts, int[] partOf, boolean[] right, double confidence) {
    return ClassMetrics.of(ClassHits.of(parts, partOf, right), confidence, OptionalInt.empty());
  }

  /** The number of classes m. */
  public int classes() {
    return classInGroup.classes() / names.size();
  }

  /** The index of a class in a group in {@link #classInGroup}. */
  public int cell(int classIndex, int groupIndex) {
    return groupIndex * classes() + classIndex;
  }
}
