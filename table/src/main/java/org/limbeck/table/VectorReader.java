package org.limbeck.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.data.column.Column;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;

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
  List<String> selected() {
    List<String> selected = new ArrayList<>();
    String list = Sql.name(name());
    // Lists of fixed length have no len().
    String any = "CAST(%s AS %s)".formatted(list, found().type().replaceFirst("\\[\\d*\\]$", "[]"));
    selected.add("coalesce(len(" + any + "), -1)");
    for (int i = 1; i <= length; i++) {
      selected.add("coalesce(CAST(%s[%d] AS DOUBLE), CAST('NaN' AS DOUBLE))".formatted(list, i));
    }
    return selected;
  }

  @Override
  int width() {
    return length;
  }

  @Override
  boolean readValue(ResultSet row, int at, float[] raw, int offset) throws SQLException {
    int found = row.getInt(at);
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
    for (int i = 0; i < length; i++) {
      raw[offset + i] = finite((float) row.getDouble(at + 1 + i), i);
    }
    return true;
  }

  private float finite(float value, int index) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      throw place.error(
          name(),
          "number %d of the list is %s; leave the row out with data.where"
              .formatted(index + 1, Float.isNaN(value) ? "missing" : "infinite"));
    }
    least = Math.min(least, value);
    most = Math.max(most, value);
    return value;
  }

  @Override
  Column column() {
    return new Column.Vector(name(), length);
  }

  @Override
  List<String> notes() {
    return least >= most
        ? List.of("has the same number everywhere; it can be left out with data.ignore")
        : List.of();
  }
}
