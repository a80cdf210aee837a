package org.limbeck.data.column;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The feature columns of a table in the order of their raw values.
 *
 * @param columns at least one, with different names
 * @param missing what is done with missing values
 * @param maxCategories the number of texts of a category, the most frequent in the training split,
 *     that get a feature each; all others share a feature, "other". At least 1
 */
public record Columns(List<Column> columns, MissingValues missing, int maxCategories) {
  /** The usual {@link #maxCategories}. */
  public static final int USUAL_CATEGORIES = 50;

  public Columns {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns: expected one or more, found none");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("columns: '" + column.name() + "' occurs twice");
      }
    }
    if (maxCategories < 1) {
      throw new IllegalArgumentException(
          "maxCategories: expected 1 or more, found " + maxCategories);
    }
  }

  /** The number of raw float32 values of one row. */
  public int rawWidth() {
    return columns.stream().mapToInt(Column::rawWidth).sum();
  }
}
