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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;

/**
 * DuckDB in memory with the right to read the named files and no other: the only class that opens
 * it. Of SQL it takes single SELECT statements.
 *
 * <p>Results are streamed, as otherwise they are outside of the limit on memory. The limit on time
 * is a setting of DuckDB: that of the driver ends with the first row, and its cancel does nothing
 * while rows are fetched.
 */
public final class TableSandbox implements AutoCloseable {
  /*
   * With enable_external_access=false alone, COPY still writes over an allowed file, and several
   * statements in one text are run: so a text is executed only after json_serialize_sql, which
   * accepts nothing but SELECT, has found a single statement in it.
   */
  private static final String LOST = "Invalid result set";

  /** By how much DuckDB's clock may be ahead when it stops a query. */
  private static final Duration AHEAD = Duration.ofMillis(200);

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
                "max_execution_time=" + limits.time().toMillis(),
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
    run(
        select,
        place,
        rows -> {
          while (rows.next()) {
            reader.read(rows);
          }
          return true;
        });
  }

  /**
   * Passes the rows of a SELECT to a reader that asks for one after the other.
   *
   * @param place what messages blame, such as a key or a file
   * @return what the reader returns
   * @throws LimbeckException if the text is anything but one SELECT, or it fails or exceeds a limit
   */
  public <T> T query(String select, String place, Function<SandboxRows, T> reader) {
    return run(
        select,
        place,
        rows -> {
          try {
            return reader.apply(new SandboxRows(rows));
          } catch (SandboxRows.Failure e) {
            throw e.reason();
          }
        });
  }

  /** Takes all rows of a result. */
  private interface ResultReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T run(String select, String place, ResultReader<T> reader) {
    requireSelect(select, place);
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      return reader.read(rows);
    } catch (SQLException e) {
      throw failure(e, Duration.ofNanos(System.nanoTime() - start), select, place);
    }
  }

  /**
   * The columns of a SELECT with their types; no row is read.
   *
   * @throws LimbeckException if two have the same name
   */
  public List<FoundColumn> columns(String select, String place) {
    requireSelect(select, place);
    List<FoundColumn> columns = new ArrayList<>();
    forEach(
        "DESCRIBE " + select,
        place,
        row -> columns.add(new FoundColumn(row.getString(1), row.getString(2))));
    requireDifferent(columns, place);
    return columns;
  }

  private static void requireDifferent(List<FoundColumn> columns, String place) {
    Map<String, String> known = new HashMap<>();
    for (FoundColumn column : columns) {
      String other = known.putIfAbsent(Sql.folded(column.name()), column.name());
      if (other != null) {
        String names = other.equals(column.name()) ? other : other + "' and '" + column.name();
        throw new LimbeckException(
            "%s: two columns are called '%s'; give one another name with AS"
                .formatted(place, names));
      }
    }
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
    if (taken.plus(AHEAD).compareTo(limits.time()) >= 0) {
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
        ? reason(e, taken, select, place)
        : new LimbeckException("%s: %s".formatted(place, message), e);
  }

  /**
   * DuckDB loses the reason of a failure when it streams, so the query fails once more without, in
   * the time that is left. This sandbox is closed before, as both together exceed the memory.
   */
  private LimbeckException reason(SQLException lost, Duration taken, String select, String place) {
    close();
    var unknown = new LimbeckException(place + ": the query failed; DuckDB does not say why", lost);
    Duration left = limits.time().minus(taken);
    if (left.toSeconds() < 1) {
      return unknown;
    }
    var rest = new SandboxLimits(limits.megabytes(), left);
    try (var again = new TableSandbox(files, rest, threads, false)) {
      return again.why(views, select, place).orElse(unknown);
    }
  }

  /** Why a query fails; empty if it does not fail, or not before the time is over. */
  private Optional<LimbeckException> why(Map<String, String> views, String select, String place) {
    long start = System.nanoTime();
    try {
      views.forEach((view, text) -> define(view, text, place));
      forEach("SELECT max(hash(COLUMNS(*))) FROM (" + select + "\n)", place, row -> {});
      return Optional.empty();
    } catch (LimbeckException e) {
      boolean stopped = System.nanoTime() - start >= limits.time().toNanos();
      return stopped ? Optional.empty() : Optional.of(e);
    }
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
