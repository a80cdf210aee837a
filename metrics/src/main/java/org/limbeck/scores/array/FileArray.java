package org.limbeck.scores.array;

import java.util.List;

/**
 * An array that a file holds.
 *
 * @param file for messages
 * @param name of the array; {@code array} where its format has none
 * @param shape its dimensions
 * @param values row-major
 */
public record FileArray(String file, String name, List<Integer> shape, ArrayValues values) {
  public FileArray {
    shape = List.copyOf(shape);
  }

  /** The length of its first dimension; 1 without any. */
  public int rows() {
    return shape.isEmpty() ? 1 : shape.get(0);
  }

  /** The number of values of each row. */
  public int columns() {
    return rows() == 0 ? 0 : values.size() / rows();
  }

  /** Where it is, for messages. */
  public String place() {
    return file + ": " + name;
  }
}
