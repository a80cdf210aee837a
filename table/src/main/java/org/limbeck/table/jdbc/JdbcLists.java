package org.limbeck.table.jdbc;

import java.sql.Array;
import java.sql.SQLException;

/** Lists of numbers as databases hand them over. */
final class JdbcLists {
  private JdbcLists() {}

  /** The numbers of a list; NaN where there is none. */
  static double[] numbers(Array array) throws SQLException {
    Object values = array.getArray();
    array.free();
    if (!(values instanceof Object[] list)) {
      throw new SQLException("the driver gives no list of numbers, but " + values.getClass());
    }
    var numbers = new double[list.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(list[i]);
    }
    return numbers;
  }

  private static double number(Object value) throws SQLException {
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new SQLException("a list with lists or texts in it; lists of numbers are features");
  }
}
