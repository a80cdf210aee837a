package org.limbeck.table;

import java.util.List;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;

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

  /** What is read of the column in each row. */
  abstract List<Cell> cells();

  /** The number of raw values. */
  int width() {
    return 1;
  }

  /**
   * Reads a row.
   *
   * @param at the first of its cells in the row, from 1
   * @param raw where the raw values go, from {@code offset} on
   */
  final void read(CellRow row, int at, float[] raw, int offset) {
    rows++;
    if (!readValue(row, at, raw, offset)) {
      missing++;
    }
  }

  /** Reads a value; returns whether there is one. */
  abstract boolean readValue(CellRow row, int at, float[] raw, int offset);

  /** The column as the rows have shown it. */
  abstract Column column();

  /** What people should know about its values, without the name; mostly none. */
  abstract List<String> notes(WordPlaces words);
}
