package org.limbeck.table.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;

class TableSandboxTest {
  private static final SandboxLimits LIMITS = new SandboxLimits(128, Duration.ofSeconds(3));
  private static final String ENDLESS =
      "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT ";

  @TempDir private Path folder;
  private Path table = Path.of("table.csv");

  @BeforeEach
  void writeTable() throws IOException {
    table = Files.writeString(folder.toRealPath().resolve("table.csv"), "x,y\n1,a\n2,b\n");
  }

  private List<String> select(String sql) {
    List<String> found = new ArrayList<>();
    read(sql, row -> found.add(row.getString(1)));
    return found;
  }

  private void read(String sql, TableSandbox.RowReader reader) {
    try (var sandbox = new TableSandbox(List.of(table), LIMITS, 0)) {
      sandbox.define("data", "SELECT * FROM read_csv('" + table + "')", "data.from");
      sandbox.forEach(sql.replace("FOLDER", folder.toString()), "data.sql", reader);
    }
  }

  private long count(String sql) {
    try (var sandbox = new TableSandbox(List.of(table), LIMITS, 0)) {
      return sandbox.query(
          sql,
          "data.sql",
          rows -> {
            long count = 0;
            while (rows.next()) {
              count++;
            }
            return count;
          });
    }
  }

  @Test
  void select_namedFile_isRead() {
    assertThat(select("SELECT y FROM data ORDER BY x DESC")).containsExactly("b", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'FOLDER/table.csv'",
        "COPY (SELECT 1) TO 'FOLDER/new.csv'",
        "EXPORT DATABASE 'FOLDER/export'",
        "ATTACH 'FOLDER/table.csv' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access=true",
        "PRAGMA enable_external_access",
        "CREATE TABLE t AS SELECT 1",
        "CREATE SECRET s (TYPE s3)",
        "INSERT INTO data VALUES (1, 'c')",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY (SELECT 1) TO 'FOLDER/table.csv'",
        "PIVOT data ON y USING sum(x)",
        "",
        "-- nothing"
      })
  void forEach_anythingButOneSelect_isRefusedAndChangesNothing(String sql) throws IOException {
    assertThatThrownBy(() -> select(sql))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("data.sql: one SELECT statement is expected");
    assertThat(Files.readString(table)).isEqualTo("x,y\n1,a\n2,b\n");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_text('FOLDER/other.csv')",
        "SELECT * FROM read_text('FOLDER/../table.csv')",
        "SELECT * FROM read_text('FOLDER/link.csv')",
        "SELECT * FROM read_text('FOLDER/inside/link.csv')",
        "SELECT * FROM glob('FOLDER/*')",
        "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
        "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
        "SELECT * FROM query('COPY (SELECT 1) TO ''FOLDER/table.csv''')"
      })
  void forEach_anotherFile_isRefused(String sql) throws IOException {
    Files.writeString(folder.resolve("other.csv"), "secret\n");
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("other.csv"));
    Files.createSymbolicLink(folder.resolve("inside"), folder);
    assertThatThrownBy(() -> select(sql))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("data.sql: ")
        .hasMessageNotContaining("secret");
    assertThat(Files.readString(table)).startsWith("x,y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ENDLESS + "i FROM r",
        ENDLESS + "count(*) FROM r",
        "SELECT i FROM range(100000000000) t(i)",
        "SELECT i FROM range(100000000000) t(i) WHERE i < 5000000 OR hash(i) = 0"
      })
  @Timeout(30)
  void forEach_endlessQuery_isStopped(String sql) {
    assertThatThrownBy(() -> read(sql, row -> {}))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("data.sql: stopped after 3 seconds");
    assertThatThrownBy(() -> count(sql))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("data.sql: stopped after 3 seconds")
        .hasMessageContaining(SandboxLimits.SECONDS);
  }

  @Test
  @Timeout(30)
  void forEach_memoryBomb_isStopped() {
    assertThatThrownBy(
            () -> select("SELECT list(repeat('x', 100000) || i) FROM range(1000000) t(i)"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("data.sql: the query needs more than 128 MB")
        .hasMessageContaining(SandboxLimits.MEMORY);
  }

  @Test
  void forEach_failureWhileStreaming_saysWhy() {
    assertThatThrownBy(
            () ->
                select(
                    "SELECT CAST(CASE WHEN i > 100000 THEN 'u' ELSE '1' END AS INTEGER)"
                        + " FROM range(200000) t(i)"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("Could not convert string 'u' to INT32");
  }

  /** The query takes more than half of the memory, so two at once would not fit. */
  @Test
  void forEach_failureOfALargeQuery_saysWhy() {
    assertThatThrownBy(
            () ->
                select(
                    "SELECT CAST(CASE WHEN i = 1999999 THEN 'u' ELSE '1' END AS INTEGER)"
                        + " FROM (SELECT i FROM range(2000000) t(i) ORDER BY hash(i))"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("Could not convert string 'u' to INT32");
  }

  @Test
  void columns_sameName_isRefusedWithoutCase() {
    try (var sandbox = new TableSandbox(List.of(table), LIMITS, 0)) {
      assertThatThrownBy(() -> sandbox.columns("SELECT 1 AS a, 2 AS A", "data.sql"))
          .isInstanceOf(LimbeckException.class)
          .hasMessage(
              "data.sql: two columns are called 'a' and 'A'; give one another name with AS");
      assertThat(sandbox.columns("SELECT 1 AS \"ä\", 2 AS \"Ä\"", "data.sql")).hasSize(2);
    }
  }

  @Test
  void forEach_unknownColumn_namesTheNearest() {
    assertThatThrownBy(() -> select("SELECT yy FROM data"))
        .hasMessageContaining("data.sql: Binder Error")
        .hasMessageContaining("\"y\"");
  }

  @Test
  void limits_environment_isReadAndChecked() {
    assertThat(SandboxLimits.of(name -> null))
        .isEqualTo(new SandboxLimits(1024, Duration.ofMinutes(30)));
    assertThat(SandboxLimits.of(name -> "99"))
        .isEqualTo(new SandboxLimits(99, Duration.ofSeconds(99)));
    assertThatThrownBy(() -> SandboxLimits.of(name -> "2GB"))
        .hasMessage("LIMBECK_TABLE_MEMORY_MB: expected a whole number, found '2GB'");
    assertThatThrownBy(() -> SandboxLimits.of(name -> "1"))
        .hasMessage("LIMBECK_TABLE_MEMORY_MB: expected 64 or more, found 1");
  }
}
