package org.limbeck.data.column;

import java.util.List;

/**
 * A column of a table that is a feature. Its raw value in a row is a number of float32 values; NaN
 * is a missing value.
 */
public sealed interface Column {
  /** The name of the column; unique in a table. */
  String name();

  /** Its kind. */
  ColumnKind kind();

  /** The number of raw float32 values of one row. */
  default int rawWidth() {
    return 1;
  }

  /** A number. */
  record Numeric(String name) implements Column {
    @Override
    public ColumnKind kind() {
      return ColumnKind.NUMERIC;
    }
  }

  /** True (1) or false (0). */
  record Flag(String name) implements Column {
    @Override
    public ColumnKind kind() {
      return ColumnKind.FLAG;
    }
  }

  /**
   * Text with few different values. The raw value is the index of the row's text in {@code values}.
   *
   * @param values the different texts of the whole source, in the order in which they are numbered;
   *     which of them become features is decided by the training split
   */
  record Category(String name, List<String> values) implements Column {
    public Category {
      values = List.copyOf(values);
    }

    @Override
    public ColumnKind kind() {
      return ColumnKind.CATEGORY;
    }
  }

  /**
   * A list of numbers of one length, an embedding. A missing list is NaN in all places.
   *
   * @param length of the list, at least 1
   */
  record Vector(String name, int length) implements Column {
    @Override
    public ColumnKind kind() {
      return ColumnKind.VECTOR;
    }

    @Override
    public int rawWidth() {
      return length;
    }
  }
}
