package org.limbeck.table.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreFile;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.Scores;
import org.limbeck.scores.TableRequest;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;

class ParquetFormatTest {
  private static final Path BANKING = Path.of("..", "examples", "banking77");
  private static final TableRequest PREDICTIONS = TableRequest.PREDICTIONS;

  @TempDir private Path folder;

  private Path copy(String select) {
    return copy(folder.resolve("s.parquet"), select);
  }

  private static Path copy(Path file, String select) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TableRequest scores(String... names) {
    return TableRequest.builder(TableRequest.Content.PREDICTIONS)
        .columns(
            new TableColumns(
                Optional.empty(), Optional.empty(), List.of(names), Optional.empty(), List.of()))
        .build();
  }

  @Test
  void scores_teacherOfTheExample_areIdsAnd77Probabilities() {
    ScoreFile file = ScoreFile.read(BANKING.resolve("teacher.train.parquet"), PREDICTIONS);
    assertThat(file.kind()).isEqualTo(ScoreKind.PROBABILITIES);
    assertThat(file.scores().classes()).isEqualTo(77);
    assertThat(file.ids().orElseThrow()).hasSize(file.rows()).doesNotHaveDuplicates();
    var row = new double[77];
    file.scores().read(file.rows() - 1, row);
    assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-3));
    assertThat(file.found()).contains("probabilities from probabilities_0..probabilities_76");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT i AS id, i % 2 AS label, [0.25 * i, 1 - 0.25 * i] AS probabilities",
        "SELECT i AS id, i % 2 AS label, [0.25 * i, 1 - 0.25 * i]::FLOAT[2] AS probabilities",
        "SELECT i AS id, i % 2 AS label, 0.25 * i AS p0, 1 - 0.25 * i AS p1",
        "SELECT 0.25 * i AS proba_0, CAST(i AS VARCHAR) AS id, i % 2 AS label, 1 - 0.25 * i AS proba_1"
      })
  void read_listOrColumns_givesTheSameTable(String select) {
    ScoreTable table = ScoreTable.read(copy(select + " FROM range(4) t(i)"), PREDICTIONS);
    assertThat(table.labels()).containsExactly(0, 1, 0, 1);
    assertThat(table.predictions()).containsExactly(1, 1, 0, 0);
    assertThat(table.ids()).contains(List.of("0", "1", "2", "3"));
    assertThat(((Scores.Probabilities) table.scores()).values())
        .containsExactly(0, 1, 0.25, 0.75, 0.5, 0.5, 0.75, 0.25);
  }

  @Test
  void read_namesAndLogits_areThoseOfTheClasses() {
    Path file =
        copy(
            "SELECT * FROM (VALUES ('cat', 2.5::FLOAT, -1::TINYINT, true), ('dog', 0, 3, false))"
                + " t(label, logit_cat, logit_dog, extra)");
    ScoreTable table = ScoreTable.read(file, PREDICTIONS);
    assertThat(table.classNames()).containsExactly("cat", "dog");
    assertThat(table.predictions()).containsExactly(0, 1);
    assertThat(table.found()).endsWith("left out: 'extra'");
  }

  @Test
  void read_predictionsAlone_needNoScores() {
    Path file = copy("SELECT 'a' AS y_true, 'b' AS y_pred UNION ALL SELECT 'b', 'b'");
    assertThat(ScoreTable.read(file, PREDICTIONS).predictions()).containsExactly(1, 1);
  }

  @Test
  void read_columnsNamedLikeTheClasses_areScores() {
    Path file = copy("SELECT 'a' AS label, 0.25 AS b, 0.75 AS a UNION ALL SELECT 'b', 1, 0");
    assertThat(ScoreTable.read(file, PREDICTIONS).predictions()).containsExactly(0, 1);
  }

  @Test
  void read_listOfAnotherName_isReadWhenNamed() {
    Path file =
        copy("SELECT i AS label, [i, 9 - i] AS head, [1, 2, 3] AS embedding FROM range(2) t(i)");
    ScoreTable table = ScoreTable.read(file, scores("head"));
    assertThat(table.predictions()).containsExactly(1, 1);
    assertThat(table.found()).contains("head_0..head_1").endsWith("left out: 'embedding'");
    assertThatThrownBy(() -> ScoreTable.read(file, scores("body")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("'body' of --scores");
  }

  @Test
  void read_labelsElsewhere_areOfAParquetColumnToo() {
    Path labels =
        copy(folder.resolve("labels.pq"), "SELECT i % 2 AS y, i AS other FROM range(4) t(i)");
    Path file = copy("SELECT [i, 1.5] AS logits FROM range(4) t(i)");
    TableRequest request =
        TableRequest.builder(TableRequest.Content.SCORES).labels(Optional.of(labels)).build();
    assertThat(ScoreTable.read(file, request).labels()).containsExactly(0, 1, 0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 0 AS label, [0.5, 0.5] AS p UNION ALL SELECT 1, [1.0]|row 2, column 'p': a list of 1 numbers, the first has 2",
        "SELECT 0 AS label, [0.5, 0.5] AS p UNION ALL SELECT 1, NULL|row 2, column 'p': no list, the first has 2",
        "SELECT 0 AS label, [0.5, NULL] AS p|row 1, column 'p_1': no value (null)",
        "SELECT 0 AS label, 0.5 AS p0, NULL::DOUBLE AS p1|row 1, column 'p1': no value (null)",
        "SELECT 0 AS label, ['nan'::DOUBLE, 1] AS p|row 1, column 'p_0': expected a probability in [0, 1], found NaN",
        "SELECT 0 AS label, ['inf'::DOUBLE, 1] AS z|row 1, column 'z_0': expected a finite score, found Infinity",
        "SELECT 0 AS label, [3, 1] AS p|row 1, column 'p_0': expected a probability in [0, 1], found 3",
        "SELECT 0 AS label, [0.1, 0.1] AS p|row 1, columns p_0..p_1: the probabilities sum to 0.2",
        "SELECT 0 AS label, 'x' AS p0, 0.1 AS p1|row 1, column 'p0': expected a number, found 'x'",
        "SELECT [0, 1] AS label, 0.1 AS p0, 0.9 AS p1|column 'label' has lists (INTEGER[])",
        "SELECT 1.5 AS label, 0.1 AS p0, 0.9 AS p1|row 1, column 'label': expected a class index",
        "SELECT NULL::INT AS label, 0.1 AS p0, 0.9 AS p1|row 1, column 'label': empty",
        "SELECT 0 AS label, [1.0] AS p|the first list of column 'p' has 1 numbers",
        "SELECT 0 AS label, [1.0, 0] AS p, 0 AS p_0|column 'p_0' is there beside a list",
        "SELECT 0 AS label, [1.0, 0] AS p, [1.0, 0] AS logits|could all be scores",
        "SELECT 0 AS label, 1.0 AS p0, 0.0 AS p1 WHERE false|no rows",
        "SELECT [1.0, 0] AS p|column 'label' is missing"
      })
  void read_badTable_namesTheProblem(String select, String message) {
    Path file = copy(select);
    assertThatThrownBy(() -> ScoreTable.read(file, PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void scores_duplicateIdsAndBrokenFiles_areErrors() throws IOException {
    Path twice = copy("SELECT 7 AS id, [1.0, 0] AS p FROM range(2)");
    assertThatThrownBy(() -> ScoreFile.read(twice, PREDICTIONS))
        .hasMessageContaining("row 2, column 'id': id '7' is there twice");
    byte[] bytes = Files.readAllBytes(twice);
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length - 9));
    assertThatThrownBy(() -> ScoreFile.read(cut, PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(cut.toString())
        .hasMessageContaining("arquet");
    Path text = Files.writeString(folder.resolve("text.parquet"), "label,p0,p1\n0,1,0\n");
    assertThatThrownBy(() -> ScoreFile.read(text, PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(text.toString());
  }

  @Test
  void read_standardInput_isParquetWhereItIsSaid() throws IOException {
    Path file = copy("SELECT i % 2 AS label, i % 2 AS prediction FROM range(4) t(i)");
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(ScoreTable.read(in, "parquet", PREDICTIONS).predictions())
          .containsExactly(0, 1, 0, 1);
    }
    var damaged = new ByteArrayInputStream("PAR1 and no more".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ScoreTable.read(damaged, "parquet", PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("standard input");
  }
}
