package org.limbeck.table;

import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.scan.TableOptions;

/** What to write in {@code data.sql}, in the SQL of files or that of databases. */
record SqlAdvice(boolean database) {
  static SqlAdvice of(TableOptions options) {
    return new SqlAdvice(options.database().isPresent());
  }

  /** How a date becomes a number. */
  String year(String column) {
    String name = Sql.name(column);
    return database
        ? "data.sql: SELECT ..., extract(year FROM %s) AS year".formatted(name)
        : "data.sql: SELECT * EXCLUDE (%s), year(%s) AS year FROM data".formatted(name, name);
  }

  /** How a number becomes whole. */
  String whole(String column) {
    String name = Sql.name(column);
    String cast = "CAST(%s AS BIGINT) AS %s".formatted(name, name);
    return database
        ? "data.sql: SELECT ..., " + cast
        : "data.sql: SELECT * REPLACE (%s) FROM data".formatted(cast);
  }
}
