package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;

/** The column of groups of a prediction file as it is read. */
final class GroupValues {
  /** More are identifiers rather than groups. */
  private static final int MOST_GROUPS = 1000;

  private final Path file;
  private final String name;
  private final int column;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int[] values = new int[1024];
  private int size;

  GroupValues(Path file, String name, int column) {
    this.file = file;
    this.name = name;
    this.column = column;
  }

  void add(CsvRecord row) {
    String value = row.getField(column).strip();
    if (value.isEmpty()) {
      throw new LimbeckException(
          "%s, column '%s': empty; name a group, or leave the example out"
              .formatted(CsvFile.place(file, row), name));
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = numbers.computeIfAbsent(value, key -> numbers.size());
    if (numbers.size() > MOST_GROUPS) {
      throw new LimbeckException(
          "%s, column '%s': more than %d groups; name a column with fewer values with --group"
              .formatted(CsvFile.place(file, row), name, MOST_GROUPS));
    }
  }

  PredictionTable.Groups groups() {
    if (numbers.size() < 2) {
      throw new LimbeckException(
          "%s, column '%s': one value only, '%s'; leave --group out or name another column"
              .formatted(file, name, String.join("", numbers.keySet())));
    }
    List<String> names = new ArrayList<>(numbers.keySet());
    return new PredictionTable.Groups(names, Arrays.copyOf(values, size));
  }
}
