package org.limbeck.data.column;

import org.limbeck.LimbeckException;

/** What is learned of one column from the rows of the training split. */
interface ColumnFit {
  /** A column as fitted, with what encodes its values. */
  record Fitted(FittedColumn column, Cells cells) {}

  /** Adds the value of one row. */
  void add(float[] raw, int at);

  /**
   * Ends the fit.
   *
   * @param flag whether a feature says what is missing, where anything is
   */
  Fitted fitted(boolean flag);

  /** The fit of a column. */
  static ColumnFit of(Column column, int maxCategories) {
    if (column instanceof Column.Category category) {
      return new TextFit(category, maxCategories);
    }
    return new NumberFit(column);
  }

  /** The error for a column that cannot be fitted. */
  static LimbeckException empty(Column column) {
    return new LimbeckException(
        "column '%s': no row of the training split has a value%s; leave the column out"
            .formatted(
                column.name(), column instanceof Column.Vector ? " in each of its places" : ""));
  }
}
