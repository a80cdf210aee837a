package org.limbeck.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/** A CSV table with a header, numeric features and one label column. */
final class LabelledCsv {
  /** Rows x features that are read at most: 2 GB of float32. */
  private static final int MAX_VALUES = 500_000_000;

  private static final int NONE = -1;

  private final String file;
  private final List<String> features;
  private final int labelColumn;
  private final int groupColumn;
  private final List<String> labels = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private float[] values = new float[1024];
  private int size;

  private LabelledCsv(String file, List<String> header, String label, @Nullable String group) {
    this.file = file;
    labelColumn = column(header, label, "label", "class");
    groupColumn = group == null ? NONE : column(header, group, "group", "group");
    if (groupColumn == labelColumn) {
      throw new LimbeckException(
          "data.group: '%s' is the label too; by: class needs no group column".formatted(label));
    }
    features = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (column != labelColumn && column != groupColumn) {
        features.add(header.get(column));
      }
    }
    if (features.isEmpty()) {
      throw new LimbeckException(file + ": no feature column besides '" + label + "'");
    }
  }

  private int column(List<String> header, String name, String key, String what) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new LimbeckException(
          "%s: no column '%s'; the header has %s (set data.%s to the column with the %s)"
              .formatted(file, name, header, key, what));
    }
    return column;
  }

  /** Reads a table without groups; {@code file} is named in errors, with the line. */
  static LabelledCsv read(InputStream in, String file, String label) {
    return read(in, file, label, null);
  }

  /** Reads a table, with the group of each row where a column of groups is named. */
  static LabelledCsv read(InputStream in, String file, String label, @Nullable String group) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(in)) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.hasNext()) {
        throw new LimbeckException(file + ": the file is empty; a header line is expected");
      }
      var csv = new LabelledCsv(file, rows.next().getFields(), label, group);
      rows.forEachRemaining(csv::add);
      if (csv.labels.isEmpty()) {
        throw new LimbeckException(file + ": no row after the header");
      }
      return csv;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new LimbeckException(file + ": not a readable CSV file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void add(CsvRecord row) {
    long line = row.getStartingLineNumber();
    int columns = features.size() + (groupColumn == NONE ? 1 : 2);
    if (row.getFieldCount() != columns) {
      throw new LimbeckException(
          "%s, line %d: %d fields, but the header has %d"
              .formatted(file, line, row.getFieldCount(), columns));
    }
    if (size + features.size() > MAX_VALUES) {
      throw new LimbeckException(
          "%s, line %d: more than %,d values; use a smaller extract"
              .formatted(file, line, MAX_VALUES));
    }
    for (int column = 0; column < row.getFieldCount(); column++) {
      if (column == labelColumn) {
        labels.add(row.getField(column).strip());
      } else if (column == groupColumn) {
        groups.add(row.getField(column).strip());
      } else {
        append(number(row, column));
      }
    }
  }

  private void append(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.min(MAX_VALUES, values.length * 2));
    }
    values[size++] = value;
  }

  private float number(CsvRecord row, int column) {
    String text = row.getField(column).strip();
    float value;
    try {
      value = Float.parseFloat(text);
    } catch (NumberFormatException e) {
      value = Float.NaN;
    }
    if (!Float.isFinite(value)) {
      boolean afterGroup = groupColumn != NONE && column > groupColumn;
      int before = (column > labelColumn ? 1 : 0) + (afterGroup ? 1 : 0);
      String name = features.get(column - before);
      throw new LimbeckException(
          "%s, line %d, column '%s': '%s' is not a finite number"
              .formatted(file, row.getStartingLineNumber(), name, text));
    }
    return value;
  }

  /** The feature columns, in order. */
  List<String> features() {
    return features;
  }

  /** The distinct labels: by value where all are integers, else alphabetically. */
  List<String> classNames() {
    return names(labels);
  }

  /** The distinct groups, in the same order; empty where no column of groups is named. */
  List<String> groupNames() {
    return names(groups);
  }

  private static List<String> names(List<String> values) {
    List<String> distinct = values.stream().distinct().toList();
    boolean integers = distinct.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    Comparator<String> order =
        integers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    return distinct.stream().sorted(order).toList();
  }

  /** The rows as examples of the given shape and classes. */
  Examples examples(int[] shape, List<String> classNames, List<String> groupNames) {
    int[] encoded = encoded(labels, classNames, "class", "classes");
    return Examples.of(shape, Arrays.copyOf(values, size), encoded)
        .withGroups(encoded(groups, groupNames, "group", "groups"));
  }

  private int[] encoded(List<String> found, List<String> names, String one, String many) {
    Map<String, Integer> index = new LinkedHashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    var encoded = new int[found.size()];
    for (int i = 0; i < encoded.length; i++) {
      Integer number = index.get(found.get(i));
      if (number == null) {
        throw new LimbeckException(
            "%s, row %d: %s '%s' is not among the %s of the training part %s"
                .formatted(file, i + 1, one, found.get(i), many, names));
      }
      encoded[i] = number;
    }
    return encoded;
  }
}
