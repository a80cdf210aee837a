package org.limbeck.table.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one after the other; columns are numbered from 1. */
public final class SandboxRows {
  private final ResultSet rows;

  SandboxRows(ResultSet rows) {
    this.rows = rows;
  }

  /** Carries a failure of DuckDB through the reader; the sandbox explains it to users. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException reason;

    private Failure(SQLException reason) {
      super(reason);
      this.reason = reason;
    }

    SQLException reason() {
      return reason;
    }
  }

  /** Moves to the next row, if there is one. */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /** A value of a column of numbers; 0 where there is none, see {@link #wasNull}. */
  public double number(int column) {
    try {
      return rows.getDouble(column);
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /** The same for a column of type FLOAT. */
  public float single(int column) {
    try {
      return rows.getFloat(column);
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /** Whether there was no value where a number was last read. */
  public boolean wasNull() {
    try {
      return rows.wasNull();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /** A value as text; null where there is none. */
  public @Nullable String text(int column) {
    try {
      return rows.getString(column);
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }
}
