package org.limbeck.data.column;

import java.util.List;

/**
 * Rows of a split in which a column has no value, or a text without a feature of its own, by class.
 *
 * @param column its name
 * @param missing rows without a value, {@code [classes]}
 * @param unseen rows with a text that the training split has not, {@code [classes]}
 * @param other rows with a text without a feature of its own, the unseen ones included, {@code
 *     [classes]}
 */
public record ColumnCounts(
    String column, List<Integer> missing, List<Integer> unseen, List<Integer> other) {
  public ColumnCounts {
    missing = List.copyOf(missing);
    unseen = List.copyOf(unseen);
    other = List.copyOf(other);
  }

  /** The number of all rows of some counts by class. */
  public static int total(List<Integer> byClass) {
    return byClass.stream().mapToInt(Integer::intValue).sum();
  }
}
