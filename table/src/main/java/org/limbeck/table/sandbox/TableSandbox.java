package org.limbeck.table.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;

/**
 * DuckDB in memory with the right to read the named files and no other: the only class that opens
 * it. Of SQL it takes single SELECT statements.
 *
 * <p>Results are streamed, as otherwise they are outside of the limit on memory.
 */
public final class TableSandbox implements AutoCloseable {
  /*
   * With enable_external_access=false alone, COPY still writes over an allowed file, and several
   * statements in one text are run: so a text is executed only after json_serialize_sql, which
   * accepts nothing but SELECT, has found a single statement in it.
   */
  private static final String LOST = "Invalid result set";

  private final Collection<Path> files;
  private final SandboxLimits limits;
  private final int threads;
  private final boolean streaming;
  private final Connection connection;
  private final Map<String, String> views = new LinkedHashMap<>();

  /** Takes a row of a result, whose columns are numbered from 1. */
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * Opens a sandbox.
   *
   * @param files real paths, without links
   * @param threads of a query; 0 for all cores
   */
  public TableSandbox(Collection<Path> files, SandboxLimits limits, int threads) {
    this(files, limits, threads, true);
  }

  private TableSandbox(
      Collection<Path> files, SandboxLimits limits, int threads, boolean streaming) {
    this.files = List.copyOf(files);
    this.limits = limits;
    this.threads = threads;
    this.streaming = streaming;
    try {
      connection = open();
    } catch (SQLException e) {
      throw new LimbeckException("DuckDB does not start: " + DuckDbMessages.cleaned(e), e);
    }
  }

  private Connection open() throws SQLException {
    var properties = new Properties();
    properties.setProperty("jdbc_stream_results", String.valueOf(streaming));
    Connection opened = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = opened.createStatement()) {
      for (String setting : settings()) {
        statement.execute("SET " + setting);
      }
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  /** The order matters: the last two take the right to change the others. */
  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "autoinstall_known_extensions=false",
                "autoload_known_extensions=false",
                "allow_community_extensions=false",
                "memory_limit='" + limits.megabytes() + "MiB'",
                "temp_directory=''"));
    if (threads > 0) {
      settings.add("threads=" + threads);
    }
    settings.add(
        files.stream()
            .map(file -> Sql.text(file.toString()))
            .collect(Collectors.joining(", ", "allowed_paths=[", "]")));
    settings.add("enable_external_access=false");
    settings.add("lock_configuration=true");
    return settings;
  }

  /**
   * Gives a SELECT a name that other SELECTs can read from.
   *
   * @param place what messages blame
   */
  public void define(String view, String select, String place) {
    requireSelect(select, place);
    views.put(view, select);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP VIEW " + Sql.name(view) + " AS " + select);
    } catch (SQLException e) {
      throw failure(e, Duration.ZERO, select, place);
    }
  }

  /**
   * Passes each row of a SELECT to a reader.
   *
   * @param place what messages blame, such as a key or a file
   * @throws LimbeckException if the text is anything but one SELECT, or it fails or exceeds a limit
   */
  public void forEach(String select, String place, RowReader reader) {
    requireSelect(select, place);
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) limits.time().toSeconds());
      try (ResultSet rows = statement.executeQuery(select)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw failure(e, Duration.ofNanos(System.nanoTime() - start), select, place);
    }
  }

  /**
   * Passes the rows of a SELECT to a reader that asks for one after the other.
   *
   * @param place what messages blame, such as a key or a file
   * @return what the reader returns
   * @throws LimbeckException if the text is anything but one SELECT, or it fails or exceeds a limit
   */
  public <T> T query(String select, String place, Function<SandboxRows, T> reader) {
    requireSelect(select, place);
    long start = System.nanoTime();
    Function<SQLException, LimbeckException> failed =
        e -> failure(e, Duration.ofNanos(System.nanoTime() - start), select, place);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) limits.time().toSeconds());
      try (ResultSet rows = statement.executeQuery(select)) {
        return reader.apply(new SandboxRows(rows, failed));
      }
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** The columns of a SELECT with their types; no row is read. */
  public List<FoundColumn> columns(String select, String place) {
    requireSelect(select, place);
    List<FoundColumn> columns = new ArrayList<>();
    forEach(
        "DESCRIBE " + select,
        place,
        row -> columns.add(new FoundColumn(row.getString(1), row.getString(2))));
    return columns;
  }

  /** Fails unless a text is one SELECT statement. */
  void requireSelect(String sql, String place) {
    try (PreparedStatement check = connection.prepareStatement("SELECT json_serialize_sql(?)")) {
      check.setString(1, sql);
      try (ResultSet result = check.executeQuery()) {
        result.next();
        requireSelect(Json.read(result.getString(1), JsonNode.class), place);
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new LimbeckException(place + ": cannot be parsed: " + e.getMessage(), e);
    }
  }

  private static void requireSelect(JsonNode parsed, String place) {
    if (parsed.path("error").asBoolean() && parsed.path("error_type").asText().equals("parser")) {
      throw new LimbeckException(
          "%s: not valid SQL: %s".formatted(place, parsed.path("error_message").asText()));
    }
    if (parsed.path("error").asBoolean() || parsed.path("statements").size() != 1) {
      throw new LimbeckException(
          "%s: one SELECT statement is expected; nothing else is run (PIVOT neither: write it with"
                  .formatted(place)
              + " GROUP BY)");
    }
  }

  private LimbeckException failure(SQLException e, Duration taken, String select, String place) {
    if (taken.compareTo(limits.time()) >= 0) {
      return new LimbeckException(
          ("%s: stopped after %d seconds; make the query simpler, or raise the limit with the"
                  + " environment variable %s")
              .formatted(place, limits.time().toSeconds(), SandboxLimits.SECONDS),
          e);
    }
    String message = DuckDbMessages.cleaned(e);
    if (message.contains("Out of Memory")) {
      return new LimbeckException(
          ("%s: the query needs more than %d MB of memory; make it simpler (ORDER BY, GROUP BY and"
                  + " lists take most), or raise the limit with the environment variable %s")
              .formatted(place, limits.megabytes(), SandboxLimits.MEMORY),
          e);
    }
    return streaming && message.contains(LOST)
        ? reason(e, select, place)
        : new LimbeckException("%s: %s".formatted(place, message), e);
  }

  /** DuckDB loses the reason of a failure when it streams, so the query fails once more without. */
  private LimbeckException reason(SQLException lost, String select, String place) {
    try (var again = new TableSandbox(files, limits, threads, false)) {
      views.forEach((view, text) -> again.define(view, text, place));
      again.forEach("SELECT max(hash(COLUMNS(*))) FROM (" + select + "\n)", place, row -> {});
    } catch (LimbeckException e) {
      return e;
    }
    return new LimbeckException(place + ": the query failed; DuckDB does not say why", lost);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    }
  }
}
