package org.limbeck.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.data.Values;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableQuery;
import org.limbeck.table.scan.TypeKind;

/** Reads the rows of one part after the other, all with the columns of the first. */
final class PartReader {
  /** They are in the store of rows. */
  private static final Values NO_VALUES = Values.of(new float[0], 1);

  private final TableOptions options;
  private final RowPlace place;
  private final FloatRows store;
  private final List<FoundColumn> columns;
  private final RoleReader roles;
  private final List<ColumnReader> features;

  /**
   * @param first the first part
   * @param store where the raw values go
   */
  PartReader(TableOptions options, TableQuery first, FloatRows store) {
    this.options = options;
    this.store = store;
    place = new RowPlace(options);
    columns = first.columns();
    roles = new RoleReader(options, columns, place);
    features = new FeatureReaders(first, options, place).readers();
  }

  /**
   * Reads the rows of a part.
   *
   * @return their number
   * @throws LimbeckException if it has other columns or an unusable value
   */
  int read(TablePart part, TableQuery query) {
    requireColumns(part, query.columns());
    place.begin(part.key());
    roles.begin(part);
    int before = roles.rows();
    List<Cell> cells = new ArrayList<>(roles.cells());
    var starts = new int[features.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = cells.size() + 1;
      cells.addAll(features.get(i).cells());
    }
    ColumnReader[] readers = features.toArray(ColumnReader[]::new);
    var raw = new float[features.stream().mapToInt(ColumnReader::width).sum()];
    query.forEach(
        cells,
        row -> {
          place.next();
          roles.read(row);
          readFeatures(row, readers, starts, raw);
          store.add(raw);
        });
    return roles.rows() - before;
  }

  private static void readFeatures(CellRow row, ColumnReader[] readers, int[] starts, float[] raw) {
    int offset = 0;
    for (int i = 0; i < readers.length; i++) {
      readers[i].read(row, starts[i], raw, offset);
      offset += readers[i].width();
    }
  }

  /** Fails for a part without rows. */
  void requireRows(TablePart part, int rows) {
    if (rows == 0) {
      boolean chosen = !options.place().equals("data.from");
      throw new LimbeckException(
          "%s: no rows%s"
              .formatted(part.key(), chosen ? "; see the condition in " + options.place() : ""));
    }
  }

  private void requireColumns(TablePart part, List<FoundColumn> found) {
    Map<String, String> types = new HashMap<>();
    found.forEach(column -> types.put(column.name(), column.type()));
    for (FoundColumn column : columns) {
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

  /** What was read, without the values; nothing can be read afterwards. */
  TableContent content(WordPlaces words) {
    List<String> notes = new ArrayList<>();
    for (ColumnReader reader : features) {
      reader
          .notes(words)
          .forEach(note -> notes.add("column '%s' %s".formatted(reader.name(), note)));
    }
    return new TableContent(
        features.stream().map(ColumnReader::column).toList(),
        NO_VALUES,
        roles.roles(),
        features.stream().map(ColumnReader::missing).toList(),
        notes);
  }
}
