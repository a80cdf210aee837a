package org.limbeck.table.scan;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.table.sandbox.TableSandbox;

/** Turns the rows that DuckDB refused to read into an error: none is left out in silence. */
public final class CsvRejects {
  private static final int SHOWN = 5;
  private static final String ERRORS =
      "SELECT s.file_path, e.line, e.column_idx, e.column_name, CAST(e.error_type AS VARCHAR),"
          + " e.error_message FROM reject_errors e JOIN (SELECT DISTINCT scan_id, file_id,"
          + " file_path FROM reject_scans) s USING (scan_id, file_id)"
          + " QUALIFY row_number() OVER (PARTITION BY e.scan_id, e.file_id, e.line ORDER BY"
          + " e.column_idx) = 1"
          + " ORDER BY e.scan_id, e.file_id, e.line LIMIT "
          + (SHOWN + 1);

  private CsvRejects() {}

  /** Fails if a row was refused, naming file, line and column. */
  public static void require(TableSandbox sandbox) {
    List<String> errors = new ArrayList<>();
    sandbox.forEach(
        ERRORS,
        "data.from",
        row ->
            errors.add(
                new Reject(
                        row.getString(1),
                        row.getLong(2),
                        row.getInt(3),
                        String.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6))
                    .text()));
    if (!errors.isEmpty()) {
      List<String> shown = errors.subList(0, Math.min(SHOWN, errors.size()));
      String more = errors.size() > SHOWN ? "\n(there are more)" : "";
      throw new LimbeckException(String.join("\n", shown) + more);
    }
  }

  private record Reject(
      String file, long line, int column, String name, String type, String message) {

    String text() {
      return "%s:%d: %s".formatted(file, line, reason());
    }

    private String reason() {
      return switch (type) {
        case "CAST" ->
            ("column '%s': %s; correct it, or name what stands for missing values in data.nulls,"
                    + " or name the column in data.text to read it as text")
                .formatted(name, message.replaceFirst("(?s)^.*?Could not", "could not").strip());
        case "TOO MANY COLUMNS", "MISSING COLUMNS" ->
            ("column %d: %s; correct the row, or quote the values that hold the separator"
                    + " (data.separator, data.quote, data.decimal)")
                .formatted(column, counts());
        case "INVALID ENCODING" ->
            "column %d: not UTF-8; set data.encoding, for example to latin-1".formatted(column);
        case "UNQUOTED VALUE" ->
            "column %d: a quoted value has no end or text behind it; correct it, or set data.quote"
                .formatted(column);
        default -> "column %d: %s".formatted(column, message.strip());
      };
    }

    private String counts() {
      return message.replaceFirst(
          "(?s).*Columns: (\\d+) Found: (\\d+).*", "expected $1 values, found $2");
    }
  }
}
