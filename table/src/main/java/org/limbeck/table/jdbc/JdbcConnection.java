package org.limbeck.table.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;

/** Opens a connection that can only read: the only class that opens databases but for DuckDB. */
final class JdbcConnection {
  private static final int LONGEST = 400;

  private JdbcConnection() {}

  /**
   * Opens a connection in a transaction of its own.
   *
   * @param environment has the user and the password
   */
  static Connection open(String url, Function<String, @Nullable String> environment) {
    if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:duckdb:")) {
      throw new LimbeckException(
          "data.from: DuckDB is opened for files only, so that it reads nothing else; export the table as Parquet (COPY ... TO) and name that file");
    }
    var properties = new Properties();
    put(properties, "user", environment.apply(DatabaseUrl.USER));
    put(properties, "password", environment.apply(DatabaseUrl.PASSWORD));
    try {
      return readOnly(DriverManager.getConnection(url, properties), url);
    } catch (SQLException e) {
      throw new LimbeckException(problem(url, e), e);
    }
  }

  private static void put(Properties properties, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(key, value);
    }
  }

  private static Connection readOnly(Connection opened, String url) throws SQLException {
    try {
      opened.setReadOnly(true);
      // Drivers such as PostgreSQL's stream rows within a transaction only.
      opened.setAutoCommit(false);
      if (!opened.isReadOnly()) {
        throw new LimbeckException(
            "data.from: %s: the driver opens no read-only connection; open it read-only with a parameter of the URL"
                .formatted(DatabaseUrl.shown(url)));
      }
      return opened;
    } catch (SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static String problem(String url, SQLException e) {
    String shown = DatabaseUrl.shown(url);
    if (Optional.ofNullable(e.getMessage()).orElse("").startsWith("No suitable driver")) {
      return "data.from: %s: no driver for it is on the class path; name the jar of the JDBC driver in the environment variable LIMBECK_PLUGINS"
          .formatted(shown);
    }
    return "data.from: %s: cannot be opened: %s; check the URL, and the environment variables %s and %s"
        .formatted(shown, message(e), DatabaseUrl.USER, DatabaseUrl.PASSWORD);
  }

  /** What a driver says, in one line. */
  static String message(SQLException e) {
    String line = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
