package org.limbeck.data.column;

/** Rows of raw values, as {@link Columns} describes them. */
public interface RawRows {
  /** The number of rows. */
  int rows();

  /**
   * Copies the raw values of one row.
   *
   * @param row from 0
   * @param into {@code [rawWidth]}
   */
  void read(int row, float[] into);
}
