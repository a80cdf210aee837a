package org.limbeck.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.Texts;

/** Reads texts as numbers of categories, in the order in which they first occur. */
final class TextReader extends ColumnReader {
  /** Different texts of a column at most. */
  static final int MOST = 100_000;

  private static final int ENOUGH = 20;

  private final RowPlace place;
  private final boolean wanted;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private final BitSet numeric = new BitSet();
  private long numericRows;
  private String word = "";
  private String placeOfWord = "";

  /**
   * @param wanted whether a key says that it is text, whatever it looks like
   */
  TextReader(FoundColumn found, RowPlace place, boolean wanted) {
    super(found);
    this.wanted = wanted;
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
    int number = known == null ? add(text) : known;
    if (numeric.get(number)) {
      numericRows++;
    }
    raw[offset] = number;
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
    if (Texts.isNumber(text)) {
      numeric.set(values.size() - 1);
    } else if (word.isEmpty()) {
      word = text;
      placeOfWord = place.text();
    }
    return values.size() - 1;
  }

  @Override
  Column column() {
    return new Column.Category(name(), values);
  }

  @Override
  List<String> notes(WordPlaces words) {
    long filled = rows() - missing();
    if (values.size() <= 1) {
      return List.of("has the same text in all rows; it can be left out with data.ignore");
    }
    if (!wanted && isNearlyNumeric(filled)) {
      return List.of(numericRows == filled ? numberNote() : wordNote(filled, words));
    }
    if (filled >= ENOUGH && values.size() > 0.9 * filled) {
      return List.of(
          "has %,d different texts in %,d rows, like names of rows; name it in data.id or data.ignore"
              .formatted(values.size(), filled));
    }
    return List.of();
  }

  private boolean isNearlyNumeric(long filled) {
    return filled >= ENOUGH && numericRows > 0.9 * filled;
  }

  private String numberNote() {
    return "is text, but its values look like numbers, such as '%s'; set data.decimal, make numbers of it with data.sql, or name it in data.text"
        .formatted(values.get(0));
  }

  private String wordNote(long filled, WordPlaces words) {
    return "is text because of '%s' (%s): %,d of %,d values are not numbers; if they stand for missing values, name them in data.nulls, else correct them, or name the column in data.text"
        .formatted(word, words.first(name()).orElse(placeOfWord), filled - numericRows, filled);
  }
}
