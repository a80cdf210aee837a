package org.limbeck.data.column;

/** The raw values of one column, and the features that they become. */
sealed interface Cells permits NumberCells, TextCells {
  /** Whether the value of a row is missing, in whole or in part. */
  boolean missing(float[] raw, int at);

  /** Whether the value of a row is a text that the training split has not. */
  boolean unseen(float[] raw, int at);

  /** Whether the value of a row is a text without a feature of its own. */
  boolean other(float[] raw, int at);

  /**
   * Writes all features of the column.
   *
   * @param raw the row
   * @param at the column's first raw value
   * @param features where to
   * @param to the place of the column's first feature
   */
  void write(float[] raw, int at, float[] features, int to);
}
