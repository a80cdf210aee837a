package org.limbeck.scores.column;

import java.util.List;
import java.util.Optional;

/**
 * Which column of a table, or array of a file of arrays, holds what. What is empty is found by its
 * name.
 *
 * @param label the class of each example
 * @param prediction the predicted class
 * @param scores the beginning of the names of the scores' columns, or all these names, or the name
 *     of an array
 * @param id what tells the examples apart
 * @param ignore columns that are left out
 */
public record TableColumns(
    Optional<String> label,
    Optional<String> prediction,
    List<String> scores,
    Optional<String> id,
    List<String> ignore) {
  /** All are found by their names. */
  public static final TableColumns FOUND =
      new TableColumns(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());

  public TableColumns {
    scores = List.copyOf(scores);
    ignore = List.copyOf(ignore);
  }
}
