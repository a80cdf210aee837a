package org.limbeck.table.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;

/** Finds where a column of CSV files that looks like numbers has something else. */
public final class CsvWords {
  /** Of their own: what is in the usual table is an error. */
  private static final String TABLES =
      ", rejects_table='word_errors', rejects_scan='word_scans', rejects_limit=1, columns=";

  private static final String FIRST =
      "SELECT s.file_path, e.line FROM word_errors e JOIN word_scans s USING (scan_id, file_id)"
          + " WHERE CAST(e.error_type AS VARCHAR) = 'CAST'"
          + " ORDER BY e.scan_id DESC, e.file_id, e.line LIMIT 1";

  private CsvWords() {}

  /** The file and line of the first value that is not a number; empty for files of other kinds. */
  public static Optional<String> first(
      TableSandbox sandbox, TableFiles files, TableScan scan, String column) {
    if (files.kind() != FileKind.CSV
        || scan.columns().stream().noneMatch(found -> found.name().equals(column))) {
      return Optional.empty();
    }
    List<FoundColumn> columns =
        scan.columns().stream()
            .map(found -> new FoundColumn(found.name(), type(found.name().equals(column))))
            .toList();
    String select = scan.select().replaceFirst("(?s), rejects_limit=\\d+, columns=.*", "");
    sandbox.forEach(
        "SELECT count("
            + Sql.name(column)
            + ") FROM ("
            + select
            + TABLES
            + CsvScan.struct(columns)
            + "))",
        "data.from",
        row -> {});
    List<String> found = new ArrayList<>();
    sandbox.forEach(FIRST, "data.from", row -> found.add(row.getString(1) + ":" + row.getLong(2)));
    return found.stream().findFirst();
  }

  private static String type(boolean number) {
    return number ? "DOUBLE" : "VARCHAR";
  }
}
