package org.limbeck.data.column;

import java.util.List;
import java.util.stream.IntStream;

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

  /** Rows with a text that the training split has but that has no feature of its own. */
  public List<Integer> rare() {
    return IntStream.range(0, other.size()).mapToObj(y -> other.get(y) - unseen.get(y)).toList();
  }

  /** The number of all rows of some counts by class. */
  public static int total(List<Integer> byClass) {
    return byClass.stream().mapToInt(Integer::intValue).sum();
  }
}
