package org.limbeck.table;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.table.jdbc.JdbcQuery;
import org.limbeck.table.sandbox.SandboxLimits;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.CsvRejects;
import org.limbeck.table.scan.CsvWords;
import org.limbeck.table.scan.FileKind;
import org.limbeck.table.scan.TableFiles;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableScan;

/** Reads a table from files, part after part, or from a database. */
final class TableReader {
  private static final String VIEW = "data";

  private final TableOptions options;
  private final Map<TablePart, TableFiles> files = new EnumMap<>(TablePart.class);

  TableReader(TableOptions options) {
    this.options = options;
    if (options.database().isEmpty()) {
      for (TablePart part : TablePart.withFiles(options)) {
        files.put(part, TableFiles.of(part.key(), part.files(options)));
      }
      requireDifferent();
    }
  }

  /** The files of all parts; none of a database. */
  Set<Path> files() {
    Set<Path> all = new LinkedHashSet<>();
    files.values().forEach(part -> all.addAll(part.files()));
    return all;
  }

  private void requireDifferent() {
    Map<Path, TablePart> known = new HashMap<>();
    files.forEach(
        (part, of) ->
            of.files()
                .forEach(
                    file -> {
                      TablePart other = known.putIfAbsent(file, part);
                      if (other != null) {
                        throw new LimbeckException(
                            "%s: %s is a file of %s too, so it would measure what was learned by heart; name another file, or leave the key out, and a share of each class is held out"
                                .formatted(part.key(), file, other.key()));
                      }
                    }));
  }

  /**
   * Reads all rows; the raw values go to {@code store}.
   *
   * @throws LimbeckException if a file, a row or a value is unusable, naming it
   */
  TableContent read(FloatRows store) {
    Optional<String> database = options.database();
    if (database.isPresent()) {
      try (var query = JdbcQuery.open(database.get(), options, SandboxLimits.usual().time())) {
        var reader = new PartReader(options, query, store);
        reader.requireRows(TablePart.TRAIN, reader.read(TablePart.TRAIN, query));
        return reader.content(column -> Optional.empty());
      }
    }
    // The order of the rows must not depend on which thread is the fastest.
    int threads = options.sql().isPresent() || options.where().isPresent() ? 1 : 0;
    try (var sandbox = new TableSandbox(files(), SandboxLimits.usual(), threads)) {
      return read(sandbox, store);
    }
  }

  private TableContent read(TableSandbox sandbox, FloatRows store) {
    @Nullable TableScan first = null;
    @Nullable PartReader reader = null;
    for (Map.Entry<TablePart, TableFiles> part : files.entrySet()) {
      String key = part.getKey().key();
      TableScan scan = TableScan.of(sandbox, part.getValue(), options, Optional.ofNullable(first));
      sandbox.define(VIEW, scan.select(), key);
      boolean csv = part.getValue().kind() == FileKind.CSV;
      var query = new SandboxQuery(sandbox, options, csv ? scan.columns() : List.of());
      if (reader == null) {
        first = scan;
        reader = new PartReader(options, query, store);
      }
      int rows = reader.read(part.getKey(), query);
      if (csv) {
        CsvRejects.require(sandbox);
      }
      reader.requireRows(part.getKey(), rows);
    }
    if (reader == null) {
      throw new IllegalStateException("no files of data.from");
    }
    TableScan training = first;
    return reader.content(column -> word(sandbox, training, column));
  }

  private Optional<String> word(TableSandbox sandbox, @Nullable TableScan scan, String column) {
    TableFiles training = files.get(TablePart.TRAIN);
    return scan == null || training == null
        ? Optional.empty()
        : CsvWords.first(sandbox, training, scan, column);
  }
}
