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
import org.limbeck.LimbeckException;

/** A CSV table with a header, numeric features and one label column. */
final class LabelledCsv {
  /** Rows x features that are read at most: 2 GB of float32. */
  private static final int MAX_VALUES = 500_000_000;

  private final String file;
  private final List<String> features;
  private final int labelColumn;
  private final List<String> labels = new ArrayList<>();
  private float[] values = new float[1024];
  private int size;

  private LabelledCsv(String file, List<String> header, String label) {
    this.file = file;
    labelColumn = header.indexOf(label);
    if (labelColumn < 0) {
      throw new LimbeckException(
          "%s: no column '%s'; the header has %s (set data.label to the column with the class)"
              .formatted(file, label, header));
    }
    features = new ArrayList<>(header);
    features.remove(labelColumn);
    if (features.isEmpty()) {
      throw new LimbeckException(file + ": no feature column besides '" + label + "'");
    }
  }

  /** Reads a table; {@code file} is named in errors, with the line. */
  static LabelledCsv read(InputStream in, String file, String label) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(in)) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.hasNext()) {
        throw new LimbeckException(file + ": the file is empty; a header line is expected");
      }
      var csv = new LabelledCsv(file, rows.next().getFields(), label);
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
    if (row.getFieldCount() != features.size() + 1) {
      throw new LimbeckException(
          "%s, line %d: %d fields, but the header has %d"
              .formatted(file, line, row.getFieldCount(), features.size() + 1));
    }
    if (size + features.size() > MAX_VALUES) {
      throw new LimbeckException(
          "%s, line %d: more than %,d values; use a smaller extract"
              .formatted(file, line, MAX_VALUES));
    }
    for (int column = 0; column < row.getFieldCount(); column++) {
      if (column == labelColumn) {
        labels.add(row.getField(column).strip());
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
      String name = features.get(column < labelColumn ? column : column - 1);
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
    List<String> distinct = labels.stream().distinct().toList();
    boolean integers = distinct.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    Comparator<String> order =
        integers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    return distinct.stream().sorted(order).toList();
  }

  /** The rows as examples of the given shape and classes. */
  Examples examples(int[] shape, List<String> classNames) {
    Map<String, Integer> index = new LinkedHashMap<>();
    classNames.forEach(name -> index.put(name, index.size()));
    var encoded = new int[labels.size()];
    for (int i = 0; i < encoded.length; i++) {
      Integer label = index.get(labels.get(i));
      if (label == null) {
        throw new LimbeckException(
            "%s, row %d: class '%s' is not among the classes of the training part %s"
                .formatted(file, i + 1, labels.get(i), classNames));
      }
      encoded[i] = label;
    }
    return Examples.of(shape, Arrays.copyOf(values, size), encoded);
  }
}
