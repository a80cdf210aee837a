package org.limbeck.table.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;

/** Checks the keys that say what is read of a database. */
final class DatabaseOptions {
  private static final List<String> OF_FILES =
      List.of("separator", "quote", "decimal", "header", "encoding", "nulls");

  private DatabaseOptions() {}

  /** Fails unless a URL comes with a table or a SELECT, and files without a table. */
  static void check(List<String> from, Optional<String> table, Optional<String> sql) {
    if (from.stream().noneMatch(DatabaseUrl::is)) {
      if (table.isPresent()) {
        throw new LimbeckException(
            "data.table: names a table of a database, but data.from names files; leave it out");
      }
      return;
    }
    if (from.size() > 1) {
      throw new LimbeckException(
          "data.from: the URL of a database stands alone; found it in a list of %d"
              .formatted(from.size()));
    }
    if (DatabaseUrl.hasPassword(from.get(0))) {
      throw new LimbeckException("data.from: " + DatabaseUrl.REMEDY);
    }
    if (table.isPresent() == sql.isPresent()) {
      throw new LimbeckException(
          "data.from: of a database, either data.table names a table or data.sql is a SELECT; give one of them");
    }
    table.ifPresent(DatabaseOptions::checkName);
  }

  private static void checkName(String table) {
    if (!table.matches("[\\p{L}_][\\p{L}\\p{N}_$]*(\\.[\\p{L}_][\\p{L}\\p{N}_$]*){0,2}")) {
      throw new LimbeckException(
          "data.table: '%s' is not a plain name; write data.sql: SELECT * FROM ... with quotes around it"
              .formatted(table));
    }
  }

  /** Fails if keys are given that only files know. */
  static void requireNoneOfFiles(Set<String> keys) {
    for (String part : List.of("validation", "test")) {
      if (keys.contains(part)) {
        throw new LimbeckException(
            "data.%s: names files, but data.from is a database; name a column with data.split, for example data.sql: SELECT *, 'test' AS part FROM b UNION ALL SELECT *, 'train' FROM a"
                .formatted(part));
      }
    }
    for (String key : OF_FILES) {
      if (keys.contains(key)) {
        throw new LimbeckException(
            "data.%s: is for files, but data.from is a database; leave it out, or do it in data.sql"
                .formatted(key));
      }
    }
  }
}
