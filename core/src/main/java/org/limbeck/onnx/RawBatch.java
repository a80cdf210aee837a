package org.limbeck.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.Values;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.ColumnKind;
import org.limbeck.data.column.Columns;

/**
 * Raw rows as the inputs of a model ({@link RawInput}).
 *
 * @param rows the number of rows
 * @param numbers the values of each float32 input by its name, row-major
 * @param texts the values of each string input by its name
 */
public record RawBatch(int rows, Map<String, float[]> numbers, Map<String, String[]> texts) {

  /**
   * Some rows of a table.
   *
   * @param raw values of {@code columns}, {@link org.limbeck.data.Examples#raw}
   * @param start the first row
   * @param count the number of rows
   */
  public static RawBatch of(Columns columns, Values raw, int start, int count) {
    int width = columns.rawWidth();
    var values = new float[Math.multiplyExact(count, width)];
    for (int i = 0; i < count; i++) {
      raw.read(start + i, values, i * width);
    }
    Map<String, float[]> numbers = new LinkedHashMap<>();
    Map<String, String[]> texts = new LinkedHashMap<>();
    List<RawInput> inputs = RawInput.of(columns);
    int at = 0;
    for (int i = 0; i < inputs.size(); i++) {
      RawInput input = inputs.get(i);
      float[] part = part(values, width, at, input.width());
      if (input.kind() == ColumnKind.CATEGORY) {
        texts.put(input.name(), texts((Column.Category) columns.columns().get(i), part));
      } else {
        numbers.put(input.name(), part);
      }
      at += input.width();
    }
    return new RawBatch(count, numbers, texts);
  }

  /** Some neighbouring columns of rows. */
  private static float[] part(float[] values, int width, int from, int size) {
    int rows = values.length / width;
    var part = new float[rows * size];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * width + from, part, i * size, size);
    }
    return part;
  }

  private static String[] texts(Column.Category category, float[] numbers) {
    var texts = new String[numbers.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Float.isNaN(numbers[i]) ? "" : category.values().get((int) numbers[i]);
    }
    return texts;
  }
}
