package org.limbeck.table.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.SandboxLimits;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableQuery;

/** The rows of a table of a database, or of a SELECT, in a fixed order and one after the other. */
public final class JdbcQuery implements TableQuery, AutoCloseable {
  /** Values that a driver holds at a time, about. */
  private static final int VALUES = 500_000;

  private static final int MOST_ROWS = 10_000;
  private static final int CHECKED_ROWS = 1024;

  private final Connection connection;
  private final Duration time;
  private final String place;
  private final String shown;
  private final String select;
  private final JdbcColumns columns;

  private JdbcQuery(Connection connection, String url, TableOptions options, Duration time)
      throws SQLException {
    this.connection = connection;
    this.time = time;
    shown = DatabaseUrl.shown(url);
    place = options.place();
    select =
        JdbcSelect.ordered(options, connection.getMetaData().getIdentifierQuoteString().strip());
    columns = found();
  }

  /**
   * Opens a database; user and password are those of the environment.
   *
   * @param time until a query is stopped
   * @throws LimbeckException if it cannot be opened, or the query cannot be run
   */
  public static JdbcQuery open(String url, TableOptions options, Duration time) {
    JdbcSelect.require(options);
    Connection connection = JdbcConnection.open(url, System::getenv);
    try {
      return new JdbcQuery(connection, url, options, time);
    } catch (SQLException | RuntimeException e) {
      close(connection);
      throw e instanceof SQLException sql
          ? new LimbeckException(
              "%s: %s: %s"
                  .formatted(options.place(), DatabaseUrl.shown(url), JdbcConnection.message(sql)),
              sql)
          : (RuntimeException) e;
    }
  }

  private JdbcColumns found() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) time.toSeconds());
      statement.setMaxRows(1);
      try (ResultSet rows = statement.executeQuery(select)) {
        return JdbcColumns.of(rows.getMetaData(), place);
      }
    }
  }

  @Override
  public List<FoundColumn> columns() {
    return columns.columns();
  }

  @Override
  public int listLength(FoundColumn column) {
    var length = new int[1];
    each(
        List.of(Cell.of(column.name(), Cell.Form.LENGTH)),
        row -> {
          length[0] = Math.max(0, row.length(1));
          return length[0] == 0;
        });
    return length[0];
  }

  @Override
  public void forEach(List<Cell> cells, CellRow.Reader reader) {
    each(
        cells,
        row -> {
          reader.read(row);
          return true;
        });
  }

  /** Whether to go on after a row. */
  private interface Visitor {
    boolean read(CellRow row);
  }

  private void each(List<Cell> cells, Visitor visitor) {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) time.toSeconds());
      statement.setFetchSize(Math.max(1, Math.min(MOST_ROWS, VALUES / Math.max(1, cells.size()))));
      try (ResultSet rows = statement.executeQuery(select)) {
        var row = new JdbcRow(rows, columns, cells, this::failure);
        for (long count = 1; row.next() && visitor.read(row); count++) {
          if (count % CHECKED_ROWS == 0) {
            requireTime(start);
          }
        }
      }
    } catch (SQLException e) {
      requireTime(start);
      throw failure(e);
    }
  }

  private void requireTime(long start) {
    if (System.nanoTime() - start > time.toNanos()) {
      throw new LimbeckException(
          "%s: stopped after %d seconds; make the query simpler, or raise the limit with the environment variable %s"
              .formatted(place, time.toSeconds(), SandboxLimits.SECONDS));
    }
  }

  private LimbeckException failure(SQLException e) {
    return new LimbeckException("%s: %s: %s".formatted(place, shown, JdbcConnection.message(e)), e);
  }

  @Override
  public void close() {
    close(connection);
  }

  /** Nothing was written, so a failure loses nothing. */
  private static @Nullable SQLException close(Connection connection) {
    try (connection) {
      connection.rollback();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }
}
