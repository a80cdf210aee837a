package org.limbeck.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;

/** Reads the raw values of a feature column, row by row, and keeps count of what it sees. */
abstract class ColumnReader {
  private final FoundColumn found;
  private long rows;
  private long missing;

  ColumnReader(FoundColumn found) {
    this.found = found;
  }

  final FoundColumn found() {
    return found;
  }

  final String name() {
    return found.name();
  }

  final long rows() {
    return rows;
  }

  /** The number of rows without a value. */
  final long missing() {
    return missing;
  }

  /** The expressions that are selected for the column. */
  abstract List<String> selected();

  /** The number of raw values. */
  int width() {
    return 1;
  }

  /**
   * Reads a row.
   *
   * @param at the first of the selected columns in the result, from 1
   * @param raw where the raw values go, from {@code offset} on
   */
  final void read(ResultSet row, int at, float[] raw, int offset) throws SQLException {
    rows++;
    if (!readValue(row, at, raw, offset)) {
      missing++;
    }
  }

  /** Reads a value; returns whether there is one. */
  abstract boolean readValue(ResultSet row, int at, float[] raw, int offset) throws SQLException;

  /** The column as the rows have shown it. */
  abstract Column column();

  /** What people should know about its values, without the name; mostly none. */
  abstract List<String> notes();
}
