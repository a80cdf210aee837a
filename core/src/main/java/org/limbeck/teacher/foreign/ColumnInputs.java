package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.NamedArray;
import org.limbeck.child.Port;
import org.limbeck.data.Values;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;

/**
 * Rows of a table as one input for each column: {@code [rows, 1]}, or {@code [rows, length]} of a
 * list; or as one for all of them, if the model's metadata say so. A missing number is NaN, a
 * missing text is empty.
 */
final class ColumnInputs implements RowInputs {
  private final Values raw;
  private final List<ColumnInput> inputs = new ArrayList<>();
  private final OptionalInt fixedBatch;

  /** An input and the columns that it takes. */
  private record ColumnInput(Port port, List<Place> places) {
    int width() {
      return places.stream().mapToInt(place -> place.column().rawWidth()).sum();
    }
  }

  /** A column and its offset in a raw row. */
  private record Place(Column column, int offset) {}

  /**
   * Inputs.
   *
   * @param place the model, for messages
   * @param raw the values of the rows before they are encoded
   * @throws LimbeckException if an input has no column, or one of another kind
   */
  ColumnInputs(String place, ModelDescription model, Columns columns, Values raw) {
    this.raw = raw;
    fixedBatch = InputFinder.fixedBatch(model.inputs());
    Map<String, Place> byName = new LinkedHashMap<>();
    int offset = 0;
    for (Column column : columns.columns()) {
      byName.put(column.name(), new Place(column, offset));
      offset += column.rawWidth();
    }
    Map<String, List<String>> stored = ModelRows.byInput(model);
    for (Port port : model.inputs()) {
      List<Place> places = new ArrayList<>();
      for (String name : stored.getOrDefault(port.name(), List.of(port.name()))) {
        Place found = byName.get(name);
        if (found == null) {
          throw refused(place, port, name, "has no column of that name", byName);
        }
        requireKind(place, port, found.column(), byName);
        places.add(found);
      }
      var input = new ColumnInput(port, places);
      if (!fits(port, input.width())) {
        throw refused(place, port, port.name(), "does not fit its column", byName);
      }
      inputs.add(input);
    }
  }

  private static void requireKind(
      String place, Port port, Column column, Map<String, Place> byName) {
    boolean text = port.kind() == Port.Kind.TEXT;
    if (column instanceof Column.Category category) {
      if (!text && !category.values().isEmpty()) {
        throw refused(
            place,
            port,
            column.name(),
            "takes numbers, and the column has texts such as '%s'"
                .formatted(category.values().get(0)),
            byName);
      }
    } else if (text) {
      throw refused(place, port, column.name(), "takes texts, and the column has numbers", byName);
    }
  }

  private static LimbeckException refused(
      String place, Port port, String column, String what, Map<String, Place> byName) {
    return new LimbeckException(
        "%s: its input %s%s %s; the columns are %s: give the table it was trained for"
            .formatted(
                place,
                port.text(),
                column.equals(port.name()) ? "" : ", column '" + column + "',",
                what,
                String.join(", ", byName.keySet())));
  }

  private static boolean fits(Port port, int rawWidth) {
    long width = port.shape().length == 2 ? port.shape()[1] : 1;
    return port.ranked()
        && (width < 0 || width == rawWidth)
        && port.shape().length <= 2
        && (port.shape().length == 2 || rawWidth == 1);
  }

  @Override
  public OptionalInt fixedBatch() {
    return fixedBatch;
  }

  @Override
  public int exampleSize() {
    return raw.exampleSize();
  }

  @Override
  public List<NamedArray> of(int[] examples, int[] views) {
    int size = raw.exampleSize();
    var rows = new float[Math.multiplyExact(examples.length, size)];
    for (int i = 0; i < examples.length; i++) {
      raw.read(examples[i], rows, i * size);
    }
    return inputs.stream().map(input -> array(input, rows, examples.length)).toList();
  }

  private NamedArray array(ColumnInput input, float[] rows, int count) {
    int width = input.width();
    String name = input.port().name();
    long[] shape =
        input.port().shape().length == 1 ? new long[] {count} : new long[] {count, width};
    var values = new float[count * width];
    for (int row = 0; row < count; row++) {
      int at = row * width;
      for (Place place : input.places()) {
        int length = place.column().rawWidth();
        System.arraycopy(rows, row * raw.exampleSize() + place.offset(), values, at, length);
        at += length;
      }
    }
    return input.port().kind() == Port.Kind.TEXT
        ? new NamedArray.Texts(name, shape, texts(input.places().get(0).column(), values))
        : new NamedArray.Floats(name, shape, values);
  }

  private static List<String> texts(Column column, float[] values) {
    List<String> known = ((Column.Category) column).values();
    List<String> texts = new ArrayList<>();
    for (float value : values) {
      texts.add(Float.isNaN(value) ? "" : known.get((int) value));
    }
    return texts;
  }
}
