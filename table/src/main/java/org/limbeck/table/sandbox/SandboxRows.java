package org.limbeck.table.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/** The rows of a query, one after the other; columns are numbered from 1. */
public final class SandboxRows {
  private final ResultSet rows;
  private final Function<SQLException, LimbeckException> failed;

  SandboxRows(ResultSet rows, Function<SQLException, LimbeckException> failed) {
    this.rows = rows;
    this.failed = failed;
  }

  /** Moves to the next row, if there is one. */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** A value of a column of numbers; 0 where there is none, see {@link #wasNull}. */
  public double number(int column) {
    try {
      return rows.getDouble(column);
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** The same for a column of type FLOAT. */
  public float single(int column) {
    try {
      return rows.getFloat(column);
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** Whether there was no value where a number was last read. */
  public boolean wasNull() {
    try {
      return rows.wasNull();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** A value as text; null where there is none. */
  public @Nullable String text(int column) {
    try {
      return rows.getString(column);
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }
}
