package org.limbeck.scores.column;

import java.util.List;
import java.util.Optional;

/**
 * What is said of the columns of a table.
 *
 * @param columns which column holds what
 * @param group the name of a column of groups
 * @param classNames the names of the classes in their order; empty where they are unknown
 * @param kind of the scores; if empty, as their names say, or else as all rows show
 */
public record ColumnRequest(
    TableColumns columns,
    Optional<String> group,
    List<String> classNames,
    Optional<ScoreKind> kind) {
  public ColumnRequest {
    classNames = List.copyOf(classNames);
  }
}
