package org.limbeck.scores.column;

import java.util.Comparator;
import java.util.List;

/** The order of classes by their names. */
public final class ClassNames {
  private ClassNames() {}

  /** Names in order: by value where all are whole numbers, else alphabetically. */
  public static List<String> sorted(List<String> distinct) {
    boolean integers = distinct.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    Comparator<String> order =
        integers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    return distinct.stream().sorted(order).toList();
  }
}
