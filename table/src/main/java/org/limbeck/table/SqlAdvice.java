package org.limbeck.table;

import java.util.Optional;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.scan.FileKind;
import org.limbeck.table.scan.TableOptions;

/** What to write in {@code data.sql}, in the SQL of files or that of databases. */
record SqlAdvice(boolean database, boolean csv, boolean sql) {
  static SqlAdvice of(TableOptions options) {
    boolean csv = FileKind.of(options.from().get(0)).equals(Optional.of(FileKind.CSV));
    return new SqlAdvice(options.database().isPresent(), csv, options.sql().isPresent());
  }

  /** How a date becomes a number. */
  String year(String column) {
    String name = Sql.name(column);
    return database
        ? "data.sql: SELECT ..., extract(year FROM %s) AS year".formatted(name)
        : "data.sql: SELECT * EXCLUDE (%s), year(%s) AS year FROM data".formatted(name, name);
  }

  /** How numbers become names: as CSV files write them, else as whole numbers. */
  String names(String column) {
    String name = Sql.name(column);
    String cast = "CAST(%s AS BIGINT) AS %s".formatted(name, name);
    if (csv && !database) {
      return "if they are codes, name the column of the file that they come from in data.text, and they stay as they are written";
    }
    return "if they are whole, say so with data.sql: "
        + (database ? "SELECT ..., " + cast : "SELECT * REPLACE (%s) FROM data".formatted(cast));
  }

  /** How rows without a value are left out. */
  String filled(FoundColumn column, boolean empty) {
    boolean texts = empty || (!database && column.type().equals("VARCHAR"));
    String condition = Sql.name(column.name()) + (texts ? " <> ''" : " IS NOT NULL");
    return sql
        ? "leave such rows out with WHERE %s in data.sql".formatted(condition)
        : "leave such rows out with data.where: (%s)".formatted(condition);
  }
}
