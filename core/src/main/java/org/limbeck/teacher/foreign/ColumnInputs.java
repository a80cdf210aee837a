package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.child.NamedArray;
import org.limbeck.child.Port;
import org.limbeck.data.Values;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;

/**
 * Rows of a table as one input for each column: {@code [rows, 1]}, or {@code [rows, length]} of a
 * list. A missing number is NaN, a missing text is empty.
 */
final class ColumnInputs implements RowInputs {
  private final Values raw;
  private final List<ColumnInput> inputs = new ArrayList<>();
  private final OptionalInt fixedBatch;

  /**
   * An input and its column.
   *
   * @param offset of the column in a raw row
   */
  private record ColumnInput(Port port, Column column, int offset) {}

  /** A column and its offset in a raw row. */
  private record Place(Column column, int offset) {}

  /**
   * Inputs.
   *
   * @param place the model, for messages
   * @param raw the values of the rows before they are encoded
   * @throws LimbeckException if an input has no column, or one of another kind
   */
  ColumnInputs(String place, List<Port> ports, Columns columns, Values raw) {
    this.raw = raw;
    fixedBatch = InputFinder.fixedBatch(ports);
    Map<String, Place> byName = new LinkedHashMap<>();
    int offset = 0;
    for (Column column : columns.columns()) {
      byName.put(column.name(), new Place(column, offset));
      offset += column.rawWidth();
    }
    for (Port port : ports) {
      Place found = byName.get(port.name());
      if (found == null || !fits(port, found.column())) {
        throw new LimbeckException(
            "%s: its input %s %s; the columns are %s: give the table it was trained for"
                .formatted(
                    place,
                    port.text(),
                    found == null ? "has no column of that name" : "does not fit its column",
                    byName.keySet().stream().collect(Collectors.joining(", "))));
      }
      inputs.add(new ColumnInput(port, found.column(), found.offset()));
    }
  }

  private static boolean fits(Port port, Column column) {
    boolean text = column instanceof Column.Category;
    long width = port.shape().length == 2 ? port.shape()[1] : 1;
    return port.ranked()
        && text == (port.kind() == Port.Kind.TEXT)
        && (width < 0 || width == column.rawWidth())
        && port.shape().length <= 2
        && (port.shape().length == 2 || column.rawWidth() == 1);
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
    int width = input.column().rawWidth();
    long[] shape =
        input.port().shape().length == 1 ? new long[] {count} : new long[] {count, width};
    var values = new float[count * width];
    for (int row = 0; row < count; row++) {
      System.arraycopy(rows, row * raw.exampleSize() + input.offset(), values, row * width, width);
    }
    return input.column() instanceof Column.Category category
        ? new NamedArray.Texts(input.port().name(), shape, texts(category, values))
        : new NamedArray.Floats(input.port().name(), shape, values);
  }

  private static List<String> texts(Column.Category category, float[] values) {
    List<String> texts = new ArrayList<>();
    for (float value : values) {
      texts.add(Float.isNaN(value) ? "" : category.values().get((int) value));
    }
    return texts;
  }
}
