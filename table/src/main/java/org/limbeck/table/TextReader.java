package org.limbeck.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;

/** Reads texts as numbers of categories, in the order in which they first occur. */
final class TextReader extends ColumnReader {
  /** Different texts of a column at most. */
  static final int MOST = 100_000;

  private static final int ENOUGH = 20;

  private final RowPlace place;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> values = new ArrayList<>();

  TextReader(FoundColumn found, RowPlace place) {
    super(found);
    this.place = place;
  }

  @Override
  List<Cell> cells() {
    return List.of(Cell.of(name(), Cell.Form.TEXT));
  }

  @Override
  boolean readValue(CellRow row, int at, float[] raw, int offset) {
    String text = row.text(at);
    if (text == null || text.isEmpty()) {
      raw[offset] = Float.NaN;
      return false;
    }
    Integer known = numbers.get(text);
    raw[offset] = known == null ? add(text) : known;
    return true;
  }

  private int add(String text) {
    if (values.size() == MOST) {
      throw place.error(
          name(),
          "more than %,d different texts; as a category it says nothing about new rows: name it in data.ignore or data.id, or turn it into numbers first"
              .formatted(MOST));
    }
    numbers.put(text, values.size());
    values.add(text);
    return values.size() - 1;
  }

  @Override
  Column column() {
    return new Column.Category(name(), values);
  }

  @Override
  List<String> notes() {
    long filled = rows() - missing();
    if (values.size() <= 1) {
      return List.of("has the same text in all rows; it can be left out with data.ignore");
    }
    if (filled >= ENOUGH && values.size() > 0.9 * filled) {
      return List.of(
          "has %,d different texts in %,d rows, like names of rows; name it in data.id or data.ignore"
              .formatted(values.size(), filled));
    }
    long numeric = values.stream().filter(TextReader::isNumber).count();
    if (values.size() >= ENOUGH && numeric > 0.9 * values.size() && numeric < values.size()) {
      String other = values.stream().filter(text -> !isNumber(text)).findFirst().orElse("");
      return List.of(
          "is text because of values like '%s', all others are numbers; if they stand for missing values, name them in data.nulls"
              .formatted(other));
    }
    return List.of();
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d+)?");
  }
}
