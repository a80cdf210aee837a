package org.limbeck.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;

/** Reads lists of numbers of one length; DuckDB takes them apart, which is faster. */
final class VectorReader extends ColumnReader {
  private final RowPlace place;
  private final int length;
  private float least = Float.POSITIVE_INFINITY;
  private float most = Float.NEGATIVE_INFINITY;

  /**
   * @param length of the first list that there is
   */
  VectorReader(FoundColumn found, RowPlace place, int length) {
    super(found);
    this.place = place;
    this.length = length;
  }

  @Override
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name(), Cell.Form.LENGTH));
    for (int i = 0; i < length; i++) {
      cells.add(new Cell(name(), Cell.Form.ELEMENT, i));
    }
    return cells;
  }

  @Override
  int width() {
    return length;
  }

  @Override
  boolean readValue(CellRow row, int at, float[] raw, int offset) {
    int found = row.length(at);
    if (found < 0) {
      Arrays.fill(raw, offset, offset + length, Float.NaN);
      return false;
    }
    if (found != length) {
      throw place.error(
          name(),
          "a list of %d numbers, that of the first row has %d; lists of one length are features"
              .formatted(found, length));
    }
    boolean complete = true;
    for (int i = 0; i < length; i++) {
      float value = (float) row.number(at + 1 + i);
      raw[offset + i] = value;
      if (Float.isNaN(value)) {
        complete = false;
      } else {
        addFinite(value, i);
      }
    }
    return complete;
  }

  private void addFinite(float value, int index) {
    if (Float.isInfinite(value)) {
      throw place.error(
          name(),
          "number %d of the list is infinite; leave the row out with data.where"
              .formatted(index + 1));
    }
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  @Override
  Column column() {
    return new Column.Vector(name(), length);
  }

  @Override
  List<String> notes(WordPlaces words) {
    return least >= most
        ? List.of("has the same number everywhere; it can be left out with data.ignore")
        : List.of();
  }
}
