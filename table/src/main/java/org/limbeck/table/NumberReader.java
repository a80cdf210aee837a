package org.limbeck.table;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.TypeKind;

/** Reads numbers, or true and false as 1 and 0. */
final class NumberReader extends ColumnReader {
  /** Beyond it not every integer is a float32. */
  private static final float EXACT = 1 << 24;

  private static final long ENOUGH = 20;

  private final RowPlace place;
  private final boolean single;
  private boolean counting = true;
  private float least = Float.POSITIVE_INFINITY;
  private float most = Float.NEGATIVE_INFINITY;
  private double last = Double.NEGATIVE_INFINITY;

  NumberReader(FoundColumn found, RowPlace place) {
    super(found);
    this.place = place;
    single = found.type().matches("FLOAT|U?TINYINT|U?SMALLINT|BOOLEAN");
  }

  private boolean isFlag() {
    return TypeKind.of(found().type()) == TypeKind.FLAG;
  }

  @Override
  List<Cell> cells() {
    return List.of(Cell.of(name(), single ? Cell.Form.SINGLE : Cell.Form.NUMBER));
  }

  @Override
  boolean readValue(CellRow row, int at, float[] raw, int offset) {
    double exact = single ? row.single(at) : row.number(at);
    float value = (float) exact;
    raw[offset] = value;
    if (Float.isNaN(value)) {
      return false;
    }
    if (Float.isInfinite(value)) {
      throw place.error(name(), unusable(exact));
    }
    least = Math.min(least, value);
    most = Math.max(most, value);
    counting = last == Double.NEGATIVE_INFINITY || (counting && exact == last + 1);
    last = exact;
    return true;
  }

  private static String unusable(double value) {
    return Double.isInfinite(value)
        ? "infinite; leave the row out with data.where, or replace the value with data.sql"
        : value + " is too large for float32; scale the column with data.sql";
  }

  @Override
  Column column() {
    return isFlag() ? new Column.Flag(name()) : new Column.Numeric(name());
  }

  @Override
  List<String> notes(WordPlaces words) {
    List<String> notes = new ArrayList<>();
    if (least >= most) {
      notes.add("has the same value in all rows; it can be left out with data.ignore");
    } else if (counting && rows() >= ENOUGH && missing() == 0) {
      notes.add("counts the rows; it is not a feature: name it in data.id or data.ignore");
    } else if (!TypeKind.isFraction(found().type())
        && !single
        && Math.max(Math.abs(least), Math.abs(most)) > EXACT) {
      notes.add("has integers beyond 2^24, which are rounded; if they are names, see data.ignore");
    }
    return notes;
  }
}
