package org.limbeck.table.sandbox;

import java.sql.SQLException;

/** What DuckDB says, in one line for users. */
final class DuckDbMessages {
  private static final int LONGEST = 400;

  private DuckDbMessages() {}

  /** The message without the excerpt of the statement, which users did not write as it is. */
  static String cleaned(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int excerpt = message.indexOf("\nLINE ");
    String text = excerpt < 0 ? message : message.substring(0, excerpt);
    if (message.contains("magic bytes") || message.contains("too small to be a Parquet file")) {
      return "not a whole Parquet file; it may have been cut off, so copy it again";
    }
    String line = text.strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
