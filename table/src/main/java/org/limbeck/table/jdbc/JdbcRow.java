package org.limbeck.table.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.TypeKind;

/** The current row of a result; its lists are taken apart once. */
final class JdbcRow implements CellRow {
  private final ResultSet rows;
  private final Function<SQLException, LimbeckException> failed;

  /** Of each cell, the column of the result. */
  private final int[] columns;

  private final int[] index;
  private final boolean[] flags;
  private final double[] @Nullable [] lists;

  JdbcRow(
      ResultSet rows,
      JdbcColumns found,
      List<Cell> cells,
      Function<SQLException, LimbeckException> failed) {
    this.rows = rows;
    this.failed = failed;
    columns = cells.stream().mapToInt(cell -> found.position(cell.column())).toArray();
    index = cells.stream().mapToInt(Cell::index).toArray();
    flags = new boolean[columns.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = TypeKind.of(found.type(columns[i])) == TypeKind.FLAG;
    }
    lists = new double[found.columns().size() + 1][];
  }

  boolean next() {
    Arrays.fill(lists, null);
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public double number(int at) {
    int column = columns[at - 1];
    double[] list = lists[column];
    if (list != null) {
      return list[index[at - 1]];
    }
    try {
      double value = flags[at - 1] ? (rows.getBoolean(column) ? 1 : 0) : rows.getDouble(column);
      return rows.wasNull() ? Double.NaN : value;
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public float single(int at) {
    return (float) number(at);
  }

  @Override
  public @Nullable String text(int at) {
    int column = columns[at - 1];
    try {
      if (!flags[at - 1]) {
        return rows.getString(column);
      }
      String flag = String.valueOf(rows.getBoolean(column));
      return rows.wasNull() ? null : flag;
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** Reads the list, whose numbers are asked for afterwards. */
  @Override
  public int length(int at) {
    int column = columns[at - 1];
    try {
      Array array = rows.getArray(column);
      if (array == null) {
        return -1;
      }
      double[] list = JdbcLists.numbers(array);
      lists[column] = list;
      return list.length;
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }
}
