package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.scores.ScoreTable;
import org.limbeck.store.RunRecord;
import org.limbeck.workflow.Evaluate;
import org.limbeck.workflow.RunPredictions;
import org.limbeck.workflow.StudyOptions;
import org.limbeck.workflow.StudyWorkflow;
import org.limbeck.workflow.scored.DataTable;

/** Students of tables with every type of column, evaluated on raw tables. */
class ModelTablesTest {
  private static final String STUDY =
      """
      name: birds
      data:
        source: table
        from: train.parquet
        test: test.parquet
        label: bird
        classes: [tern, owl, gull]
        id: row
        text: [zip]
        missing: flag
        MORE
      seeds: [0]
      teacher: {network: mlp 4, objectives: [standard], train: {epochs: 2}}
      student: {network: mlp 4, objectives: [balanced], baseline: false, train: {epochs: 2}}
      """;

  @TempDir private static Path folder = Path.of("");
  private static Path model = Path.of("");
  private static Path numbers = Path.of("");
  private static Path run = Path.of("");
  private static Path numbersRun = Path.of("");
  private static ClassMetrics recorded;

  private static Path file(String name) {
    return folder.resolve(name);
  }

  /** Rows with every type of column; {@code %s} are columns more and conditions. */
  private static String rows(int from, int to, String city) {
    return """
        SELECT i AS row, CASE WHEN i %% 7 <> 0 THEN 20 + 10 * (i %% 3) + hash(i) %% 9 END AS age,
          CASE WHEN i %% 5 <> 0 THEN i %% 3 = 1 OR hash(i) %% 4 = 0 END AS member,
          CASE WHEN i %% 11 <> 0 THEN 'c' || (i %% 3 + hash(i + 1) %% 2)
               WHEN i %% 2 = 0 THEN '%s' END AS city,
          10115 + hash(i + 2) %% 3 AS zip,
          [i %% 3, hash(i + 3) %% 10, 0.5]::FLOAT[] AS logits,
          ['owl', 'gull', 'tern'][CAST(1 + i %% 3 AS BIGINT)] AS bird
        FROM range(%d, %d) t(i)"""
        .formatted(city, from, to);
  }

  private static void write(String name, String select, String format) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' %s".formatted(select, file(name), format));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StudyWorkflow.Result study(String name, String more) throws IOException {
    Path plan = Files.writeString(file(name + ".yaml"), STUDY.replace("MORE", more));
    String text = Files.readString(plan);
    Files.writeString(plan, more.contains("zip") ? text.replace("  text: [zip]\n", "") : text);
    StudyOptions options = StudyOptions.builder().cores(1).build();
    return StudyWorkflow.run(StudyYaml.read(plan), file(name), options);
  }

  private static RunRecord selected(StudyWorkflow.Result result) {
    return result.leaderboard().selected().orElseThrow().combination().runs().get(0);
  }

  @BeforeAll
  static void train() throws IOException {
    write("train.parquet", rows(0, 300, "far"), "");
    String test = rows(300, 420, "new");
    write("test.parquet", test, "");
    write("test.jsonl.gz", test, "(FORMAT json, COMPRESSION gzip)");
    write("test.csv", "SELECT * EXCLUDE (logits, city) FROM (" + test + ")", "");
    write("more.parquet", "SELECT current_date AS day, * FROM (" + test + ")", "");
    write("few.parquet", "SELECT * EXCLUDE age FROM (" + test + ")", "");
    write("text.parquet", "SELECT * REPLACE ('x' || row AS age) FROM (" + test + ")", "");
    write(
        "finch.parquet",
        "SELECT * REPLACE ('finch' AS bird) FROM ("
            + test
            + ") WHERE row < 310 UNION ALL BY NAME ("
            + test
            + ")",
        "");
    write("two.parquet", "FROM (" + test + ") WHERE bird <> 'owl'", "");
    StudyWorkflow.Result all = study("all", "");
    model = all.exported().orElseThrow();
    run = all.directory().resolve("runs").resolve(selected(all).id());
    recorded = selected(all).test().metrics();
    StudyWorkflow.Result matrix = study("matrix", "ignore: [zip, city, logits]");
    numbers = matrix.exported().orElseThrow();
    numbersRun = matrix.directory().resolve("runs").resolve(selected(matrix).id());
  }

  private static ScoreTable scored(Path onnx, String data) {
    return Evaluate.predictions(
        onnx, Optional.of(DataTable.of(file(data).toString(), "bird").read(onnx)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test.parquet", "test.jsonl.gz", "more.parquet", "tes[t].parquet"})
  void predictions_rawTable_areThoseRecorded(String data) {
    ScoreTable expected = RunPredictions.read(run, "test", OptionalInt.empty());
    ScoreTable found = scored(model, data);
    assertThat(found.namesOfClasses()).containsExactly("tern", "owl", "gull");
    assertThat(found.predictions()).containsExactly(expected.predictions());
    assertThat(found.labels()).containsExactly(expected.labels());
    assertThat(found.probabilities().orElseThrow())
        .containsExactly(expected.probabilities().orElseThrow(), within(2e-5));
    assertThat(Evaluate.of(found, Evaluate.Options.DEFAULT).classMetrics()).isEqualTo(recorded);
    assertThat(found.found())
        .contains("of 120 rows, values are missing in 'age' in 17, 'member' in 24, 'city' in ")
        .contains("the classes are in the order that the model names: tern, owl, gull");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test.parquet", "test.csv"})
  void predictions_oneMatrixWithHoles_areThoseRecorded(String data) {
    ScoreTable expected = RunPredictions.read(numbersRun, "test", OptionalInt.empty());
    assertThat(scored(numbers, data).predictions()).containsExactly(expected.predictions());
  }

  @Test
  void evaluate_parquet_printsWhatTheRunHas() {
    Cli result =
        Cli.run("evaluate", model, "--data", file("test.parquet"), "--label=bird", "--id=row");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("the model decides what becomes of them", "tern");
    Cli study = Cli.run("evaluate", model, "--data", file("all.yaml"));
    assertThat(study.err()).isEmpty();
    Cli matrix = Cli.run("evaluate", numbers, "--data", file("matrix.yaml"));
    assertThat(matrix.err()).isEmpty();
    Cli diagnosed = Cli.run("diagnose", model, "--data", file("test.parquet"), "--label=bird");
    assertThat(diagnosed.err()).isEmpty();
    assertThat(diagnosed.out()).contains("120 examples in 3 classes");
  }

  @Test
  void evaluate_classesThatTheRowsLack_areNamed() {
    Cli result = Cli.run("evaluate", model, "--data", file("two.parquet"), "--label=bird");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("no row has these of the model's classes: owl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          test.parquet  | brd  | --label: no column 'brd'; did you mean 'bird'?
          test.parquet  | kind_of | --label: no column 'kind_of'; known: row, age, member, city, zip, logits, bird
          none.parquet  | bird | none.parquet: no such file
          few.parquet   | bird | no column 'age'; known: row, member, city, zip, logits, bird (the model takes age, member, city, zip, logits)
          text.parquet  | bird | its input 'age' (float [-1, 1]) takes numbers, and the column has texts such as 'x300'
          finch.parquet | bird | does not know: finch; its classes are tern, owl, gull
          test.txt      | bird | no such file
          """)
  void evaluate_tableThatDoesNotFit_isAUserError(String data, String label, String message) {
    Cli result = Cli.run("evaluate", model, "--data", file(data), "--label=" + label);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(message).doesNotContain("--key", "\tat ");
  }

  @Test
  void evaluate_columnOfTheModelIgnored_isAUserError() {
    Cli result =
        Cli.run("evaluate", model, "--data", file("test.parquet"), "--label=bird", "--ignore=city");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--ignore: 'city' is a column that");
  }

  @Test
  void evaluate_tritonFolder_isAModel() throws IOException {
    Path version = Files.createDirectories(file("triton").resolve("1"));
    Files.copy(model, version.resolve("model.onnx"));
    Files.writeString(
        file("triton").resolve("config.pbtxt"), "name: \"birds\"\nbackend: \"onnxruntime\"\n");
    for (String command : List.of("evaluate", "diagnose")) {
      Cli result = Cli.run(command, file("triton"), "--data", file("test.parquet"), "--label=bird");
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("tern");
    }
  }

  @Test
  void evaluate_torchScript_isRefusedWithAdvice() {
    for (String command : List.of("evaluate", "diagnose")) {
      Cli result = Cli.run(command, file("teacher.pt"), "--data", file("test.parquet"));
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("torch.onnx.export", "teacher: {torchscript: FILE.pt");
    }
  }
}
