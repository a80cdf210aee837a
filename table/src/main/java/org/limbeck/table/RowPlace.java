package org.limbeck.table;

import org.limbeck.LimbeckException;
import org.limbeck.table.scan.TableOptions;

/** Where reading is: which files, and which of their rows. */
final class RowPlace {
  private final TableOptions options;
  private String key = "data.from";
  private long row;

  RowPlace(TableOptions options) {
    this.options = options;
  }

  /** Starts with the first row of a part. */
  void begin(String partKey) {
    key = partKey;
    row = 0;
  }

  void next() {
    row++;
  }

  /** The row as it is named to users, from 1. */
  String text() {
    String chosen = options.place().equals("data.from") ? "" : " of " + options.place();
    return "%s: row %,d%s".formatted(key, row, chosen);
  }

  /** An error about a value of this row. */
  LimbeckException error(String column, String what) {
    return new LimbeckException("%s, column '%s': %s".formatted(text(), column, what));
  }
}
