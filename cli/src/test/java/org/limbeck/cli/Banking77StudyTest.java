package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** examples/banking77.yaml with two seeds, four epochs and the teacher's files upside down. */
class Banking77StudyTest {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final Path FILES = EXAMPLES.resolve("banking77");
  private static final int CLASSES = 77;
  private static final int WORST = 8;

  @TempDir private static Path folder;
  private static Cli result = new Cli(-1, "", "");

  @BeforeAll
  static void runStudy() throws IOException, SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      for (String part : List.of("train", "test")) {
        String file = "teacher." + part + ".parquet";
        statement.execute(
            "COPY (FROM '%s' ORDER BY id DESC) TO '%s'"
                .formatted(FILES.resolve(file), folder.resolve(file)));
      }
    }
    String study =
        Files.readString(EXAMPLES.resolve("banking77.yaml"))
            .replaceFirst("seeds: .*", "seeds: [0, 1]")
            .replaceFirst("epochs: \\d+", "epochs: 4")
            .replaceFirst("minAccuracy: .*", "minAccuracy: 0.1")
            .replace("banking77/teacher.", folder + "/teacher.")
            .replace("banking77/", FILES + "/");
    Path file = Files.writeString(folder.resolve("study.yaml"), study);
    result = Cli.run("study", file, "-o", folder.resolve("out"));
  }

  private static Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  private static String[] row(String start) throws IOException {
    return Files.readAllLines(out("leaderboard.csv")).stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .split(",", -1);
  }

  private static int column(String name) throws IOException {
    return Arrays.asList(Files.readAllLines(out("leaderboard.csv")).get(0).split(",", -1))
        .indexOf(name);
  }

  private static List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> runs = Files.list(out("runs"))) {
      for (Path run : runs.filter(path -> Files.exists(path.resolve("run.json"))).toList()) {
        records.add(new ObjectMapper().readTree(run.resolve("run.json").toFile()));
      }
    }
    return records;
  }

  @Test
  void study_scoresInAnotherOrder_areJoinedById() throws IOException {
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).containsPattern("(?m)^minilm +- +93\\.2 ");
    String[] teacher = row("minilm,,,,2,");
    assertThat(Double.parseDouble(teacher[column("accuracy_mean")]))
        .isCloseTo(0.9325, within(1e-4));
    for (JsonNode run : records()) {
      if (run.at("/spec/role").asText().equals("TEACHER")) {
        // Out of fold it has 0.9224 of all of train: validation is a fifth of them.
        assertThat(run.at("/last/validation/metrics/accuracy").asDouble())
            .isCloseTo(0.9224, within(0.02));
      }
    }
    assertThat(Double.parseDouble(row("minilm,standard-t1,")[column("accuracy_mean")]))
        .isGreaterThan(0.5);
  }

  @Test
  void report_ofTheStudy_hasTheTeacherAndTheWorstEight() throws IOException {
    String report = Files.readString(out("report.html"));
    assertThat(report).contains("minilm", "Worst 8 mean", "Foreign teachers");
    int worst = column("worst_k_accuracy_mean");
    List<String> lines = Files.readAllLines(out("leaderboard.csv"));
    assertThat(lines).hasSize(1 + 1 + 6 + 1);
    for (String line : lines.subList(1, lines.size())) {
      assertThat(report).contains("data-value=\"" + line.split(",", -1)[worst] + "\"");
    }
    for (JsonNode run : records()) {
      JsonNode metrics = run.at("/last/test/metrics");
      double mean =
          IntStream.range(0, CLASSES)
              .mapToDouble(y -> metrics.get("classAccuracy").get(y).asDouble())
              .sorted()
              .limit(WORST)
              .average()
              .orElseThrow();
      assertThat(metrics.at("/worstK/k").asInt()).isEqualTo(WORST);
      assertThat(metrics.at("/worstK/mean").asDouble()).isCloseTo(mean, within(1e-12));
    }
  }

  @Test
  void student_onRawWords_predictsWhatTheRunRecorded()
      throws IOException, OrtException, SQLException {
    float[][] words = words();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(out("student.onnx").toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, words);
        var outputs = session.run(Map.of("words", input))) {
      String run = session.getMetadata().getCustomMetadata().get("run");
      List<String> recorded =
          Files.readAllLines(out("runs").resolve(run).resolve("predictions.csv"));
      var probabilities = (float[][]) outputs.get("probabilities").orElseThrow().getValue();
      assertThat(recorded).hasSize(1 + probabilities.length);
      for (int i = 0; i < probabilities.length; i++) {
        String[] cells = recorded.get(i + 1).split(",", -1);
        for (int y = 0; y < CLASSES; y++) {
          assertThat(probabilities[i][y]).isCloseTo(Float.parseFloat(cells[y + 1]), within(2e-5f));
        }
      }
    }
  }

  /** The words of the test questions, read by DuckDB alone. */
  private static float[][] words() throws SQLException {
    List<float[]> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT words FROM '%s'".formatted(FILES.resolve("banking77.test.parquet")))) {
      while (found.next()) {
        var values = (Object[]) found.getArray(1).getArray();
        var row = new float[values.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = (Float) values[i];
        }
        rows.add(row);
      }
    }
    return rows.toArray(float[][]::new);
  }
}
