package org.limbeck.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;

/** Small tables for tests. */
final class Tables {
  private Tables() {}

  static Path write(Path file, String text) {
    return write(file, text, StandardCharsets.UTF_8);
  }

  static Path write(Path file, String text, Charset charset) {
    try {
      return Files.write(file, text.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the rows of a SELECT with DuckDB, in the format that the file's name says. */
  static Path copy(Path file, String select) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "'");
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Options: the file with the examples, then keys and values. */
  static Map<String, String> options(Object from, String... others) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("from", from.toString());
    for (int i = 0; i < others.length; i += 2) {
      options.put(others[i], others[i + 1]);
    }
    return options;
  }

  static SourceData load(Object from, String... others) {
    return new TableSource().load(options(from, others));
  }

  static float[] values(Examples examples) {
    return examples.rows(0, examples.size());
  }
}
