package org.limbeck.table.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;

/**
 * Finds out once how CSV files are written, so that they are read with explicit columns.
 *
 * <p>DuckDB's own guess takes a table with one ragged row for a table of one column, so separator
 * and names come from the first lines; only the types are guessed, from a sample of the rows.
 */
final class CsvScan {
  /** Rejected rows of a file that are kept, for the message. */
  private static final int REJECTS = 100;

  private final TableSandbox sandbox;
  private final TableFiles files;
  private final TableOptions options;

  CsvScan(TableSandbox sandbox, TableFiles files, TableOptions options) {
    this.sandbox = sandbox;
    this.files = files;
    this.options = options;
  }

  TableScan scan(Optional<TableScan> typed) {
    CsvLines first = CsvLines.of(sandbox, files.files().get(0), options.csv());
    String separator = first.separator(options.csv());
    List<String> names = names(first, separator);
    requireDecimal(first, names, separator);
    for (Path file : files.files().subList(1, files.files().size())) {
      CsvLines lines = CsvLines.of(sandbox, file, options.csv());
      SchemaCheck.requireSameHeader(first.file(), names, file, names(lines, separator));
    }
    List<FoundColumn> columns =
        typed
            .map(TableScan::columns)
            .filter(known -> known.stream().map(FoundColumn::name).toList().equals(names))
            .orElseGet(() -> types(names, separator));
    return new TableScan(select(columns, separator), columns);
  }

  private List<String> names(CsvLines lines, String separator) {
    List<String> names = lines.names(separator, options.csv());
    TableScan.requireFew(lines.file().toString(), names.size());
    Set<String> known = new HashSet<>();
    for (String name : names) {
      if (!known.add(Sql.folded(name))) {
        throw new LimbeckException(
            "%s:1: column '%s' occurs twice (A is taken for a); give each column its own name, or set data.header: false if there is no header"
                .formatted(lines.file(), name));
      }
    }
    return names;
  }

  /** Numbers with decimal commas would be read as texts, so they are refused until it is said. */
  private void requireDecimal(CsvLines lines, List<String> names, String separator) {
    if (options.csv().decimal().equals(",")) {
      return;
    }
    List<String> found = new ArrayList<>(lines.withDecimalCommas(names, separator, options.csv()));
    found.removeAll(options.features().text());
    if (!found.isEmpty()) {
      throw new LimbeckException(
          "%s:2: numbers with decimal commas in %s; set data.decimal: ',', or name columns that are texts in data.text"
              .formatted(
                  lines.file(),
                  found.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))));
    }
  }

  private String select(List<FoundColumn> columns, String separator) {
    return ("SELECT * FROM read_csv(%s%s, header=%s, auto_detect=false, store_rejects=true,"
            + " rejects_limit=%d, columns=%s)")
        .formatted(
            Sql.texts(files.files()),
            options.csv().arguments(separator),
            options.csv().header(),
            REJECTS,
            struct(columns));
  }

  /** The types of all files together: text where the files differ. */
  private List<FoundColumn> types(List<String> names, String separator) {
    List<FoundColumn> types = List.of();
    for (Path file : files.files()) {
      List<FoundColumn> found = sniffed(file, names, separator);
      types = types.isEmpty() ? found : merged(types, found);
    }
    return types;
  }

  private static List<FoundColumn> merged(List<FoundColumn> some, List<FoundColumn> others) {
    List<FoundColumn> merged = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      FoundColumn one = some.get(i);
      merged.add(one.equals(others.get(i)) ? one : new FoundColumn(one.name(), "VARCHAR"));
    }
    return merged;
  }

  private List<FoundColumn> sniffed(Path file, List<String> names, String separator) {
    List<FoundColumn> guessed = guessed(file, separator);
    List<FoundColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String type = guessed.size() == names.size() ? guessed.get(i).type() : "VARCHAR";
      columns.add(ReadTypes.ofCsv(new FoundColumn(names.get(i), type), options));
    }
    return columns;
  }

  private List<FoundColumn> guessed(Path file, String separator) {
    try {
      return sandbox.columns(
          "SELECT * FROM read_csv(%s%s, header=%s, ignore_errors=true)"
              .formatted(
                  Sql.texts(List.of(file)),
                  options.csv().arguments(separator),
                  options.csv().header()),
          file.toString());
    } catch (LimbeckException e) {
      return List.of(); // all are read as text, and what is wrong in the file is found on the way
    }
  }

  /** Columns with their types, as the readers of DuckDB take them. */
  static String struct(List<FoundColumn> columns) {
    return columns.stream()
        .map(column -> Sql.text(column.name()) + ": " + Sql.text(column.type()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
