package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Split;

/**
 * Times how long a table of 10<sup>6</sup> rows and 50 features takes from its file until it is
 * ready for training: read, split, normalisation and fingerprint.
 *
 * <p>Arguments: the file to time ({@code .parquet} or {@code .csv}), made if it does not exist, and
 * the number of starts. The first one reads the file, unless it is in the cache.
 */
public final class TableTiming {
  private static final int ROWS = 1_000_000;
  private static final int FEATURES = 50;

  private TableTiming() {}

  /** Prints the seconds, the heap in use and the largest resident memory of each start. */
  public static void main(String... args) throws IOException, SQLException {
    Path file = Path.of(args[0]);
    if (Files.notExists(file)) {
      make(file);
    }
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      long start = System.nanoTime();
      DataPlan plan =
          DataPlan.builder("table").options(Map.of("from", file.toString(), "label", "y")).build();
      Dataset data = Datasets.build(plan, 0);
      System.out.printf(
          Locale.ROOT,
          "%d training rows ready in %.2f s, heap %d MB, %s%n",
          data.indices(Split.TRAIN).length,
          (System.nanoTime() - start) / 1e9,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
          peak());
    }
  }

  private static void make(Path file) throws SQLException {
    String features =
        IntStream.range(0, FEATURES)
            .mapToObj(i -> "(random() * 10)::FLOAT AS f" + i)
            .collect(Collectors.joining(", "));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT %s, 'c' || i %% 10 AS y FROM range(%d) t(i)) TO '%s'"
              .formatted(features, ROWS, file));
    }
  }

  private static String peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .collect(Collectors.joining());
  }
}
