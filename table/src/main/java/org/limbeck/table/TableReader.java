package org.limbeck.table;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.data.Values;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.SandboxLimits;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.CsvRejects;
import org.limbeck.table.scan.FileKind;
import org.limbeck.table.scan.TableFiles;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableScan;
import org.limbeck.table.scan.TypeKind;

/** Reads a table, part after part, row after row. */
final class TableReader {
  /** They are in the store of rows. */
  private static final Values NO_VALUES = Values.of(new float[0], 1);

  private static final String VIEW = "data";

  private final TableOptions options;
  private final Map<TablePart, TableFiles> files;
  private final RowPlace place;

  TableReader(TableOptions options) {
    this.options = options;
    place = new RowPlace(options);
    files = new EnumMap<>(TablePart.class);
    for (TablePart part : TablePart.withFiles(options)) {
      files.put(part, TableFiles.of(part.key(), part.files(options)));
    }
    requireDifferent();
  }

  /** The files of all parts. */
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
    // The order of the rows must not depend on which thread is the fastest.
    int threads = options.sql().isPresent() ? 1 : 0;
    try (var sandbox = new TableSandbox(files(), SandboxLimits.usual(), threads)) {
      return read(sandbox, store);
    }
  }

  private TableContent read(TableSandbox sandbox, FloatRows store) {
    Optional<TableScan> first = Optional.empty();
    List<FoundColumn> columns = List.of();
    List<ColumnReader> features = List.of();
    Optional<RoleReader> roles = Optional.empty();
    for (TablePart part : files.keySet()) {
      TableScan scan = TableScan.of(sandbox, part(part), options, first);
      sandbox.define(VIEW, scan.select(), part.key());
      List<FoundColumn> found = sandbox.columns(options.select(), options.place());
      place.begin(part.key());
      if (roles.isEmpty()) {
        first = Optional.of(scan);
        columns = found;
        roles = Optional.of(new RoleReader(options, found, place));
        features = new FeatureReaders(sandbox, options, place).of(found);
      } else {
        requireColumns(part, columns, found);
      }
      roles.get().begin(part);
      readRows(sandbox, roles.get(), features, store);
      if (part(part).kind() == FileKind.CSV) {
        CsvRejects.require(sandbox);
      }
      requireRows(part, roles.get().rows());
    }
    return content(roles.orElseThrow(), features);
  }

  private TableFiles part(TablePart part) {
    TableFiles found = files.get(part);
    if (found == null) {
      throw new IllegalStateException("no files of " + part.key());
    }
    return found;
  }

  private void requireColumns(TablePart part, List<FoundColumn> expected, List<FoundColumn> found) {
    Map<String, String> types = new HashMap<>();
    found.forEach(column -> types.put(column.name(), column.type()));
    for (FoundColumn column : expected) {
      String type = types.get(column.name());
      boolean needed =
          options.roles().columns().containsValue(column.name())
              || options.features().uses(column.name());
      if (needed && (type == null || TypeKind.of(type) != TypeKind.of(column.type()))) {
        throw new LimbeckException(
            "%s: column '%s' is %s, in data.from it is %s; all parts have the same columns"
                .formatted(
                    part.key(), column.name(), type == null ? "missing" : type, column.type()));
      }
    }
  }

  private void requireRows(TablePart part, int rows) {
    if (rows == 0) {
      throw new LimbeckException(
          "%s: no rows%s"
              .formatted(
                  part.key(),
                  options.place().equals("data.from")
                      ? ""
                      : "; see the condition in " + options.place()));
    }
  }

  private void readRows(
      TableSandbox sandbox, RoleReader roles, List<ColumnReader> features, FloatRows store) {
    List<String> selected = new ArrayList<>(roles.selected());
    var starts = new int[features.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = selected.size() + 1;
      selected.addAll(features.get(i).selected());
    }
    ColumnReader[] readers = features.toArray(ColumnReader[]::new);
    var raw = new float[features.stream().mapToInt(ColumnReader::width).sum()];
    sandbox.forEach(
        "SELECT %s FROM (%s\n)".formatted(String.join(", ", selected), options.select()),
        options.place(),
        row -> {
          place.next();
          roles.read(row);
          readFeatures(row, readers, starts, raw);
          store.add(raw);
        });
  }

  private static void readFeatures(ResultSet row, ColumnReader[] readers, int[] starts, float[] raw)
      throws SQLException {
    int offset = 0;
    for (int i = 0; i < readers.length; i++) {
      readers[i].read(row, starts[i], raw, offset);
      offset += readers[i].width();
    }
  }

  private TableContent content(RoleReader roles, List<ColumnReader> features) {
    List<String> notes = new ArrayList<>();
    for (ColumnReader reader : features) {
      reader.notes().forEach(note -> notes.add("column '%s' %s".formatted(reader.name(), note)));
    }
    return new TableContent(
        features.stream().map(ColumnReader::column).toList(),
        NO_VALUES,
        roles.roles(),
        features.stream().map(ColumnReader::missing).toList(),
        notes);
  }
}
