package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseCommandTest {
  private static final String STUDY =
      """
      name: tiny
      data: {source: digits, longTail: {ratio: 50}}
      seeds: [0]
      teacher: {network: mlp 16, objectives: [standard, robust], train: {epochs: 2}}
      student: {network: mlp 4, objectives: [standard], train: {epochs: 2}}
      """;

  @TempDir private Path folder = Path.of("");

  /** Class 1 is scored too high by a factor; 40 examples, no randomness. */
  private Path table() throws IOException {
    var text = new StringBuilder("label,z0,z1\n");
    for (int i = 0; i < 40; i++) {
      int label = i % 2;
      double score = (i % 10 < 7 ? 1 : -1) * (0.5 + 0.1 * (i % 7));
      text.append(label).append(",0,");
      text.append(String.format(Locale.ROOT, "%.2f%n", (label == 1 ? score : -score) + 1));
    }
    return Files.writeString(folder.resolve("s.csv"), text);
  }

  @Test
  void diagnose_table_printsModesClassesAndVerdict() throws IOException {
    var result = Cli.run("diagnose", table());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "s.csv: 40 examples in 2 classes",
            "predicts with accuracy ",
            "Calibration in each score mode, measured on examples that the fit did not see",
            "Verdict",
            "limits the student most",
            " scores: their worst gap is ",
            "xpect a robust student",
            "- training costs: none given, so 1 each, and uncosted scores are the raw ones",
            "- class frequencies of training: not given")
        .containsPattern("(?m)^(raw|uncosted|temperature|per-class) \\*")
        .containsPattern("(?m)^scores +worst gap +by chance +up to +ECE +class ECE +NLL +Brier");
    assertThat(result.out().lines().filter(line -> line.matches("(raw|uncosted|temp|per-).*")))
        .hasSize(4);
  }

  @Test
  void diagnose_sameTable_printsTheSame() throws IOException {
    Path table = table();
    assertThat(Cli.run("diagnose", table)).isEqualTo(Cli.run("diagnose", table));
  }

  @Test
  void diagnose_costsAndPrior_areUsed() throws IOException {
    var result = Cli.run("diagnose", table(), "--costs", "1,2.7", "--train-counts", "30,10");
    assertThat(result.out())
        .contains("- training costs: as given", "- class frequencies of training: as given");
  }

  @Test
  void diagnose_json_isOneObject() throws IOException {
    var result = Cli.run("diagnose", "--json", table());
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("diagnosis").get("modes")).hasSize(4);
    assertThat(json.get("diagnosis").get("verdict").get("sentences")).hasSize(3);
    assertThat(json.get("diagnosis").get("verdict").propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "chance",
            "chanceUpper",
            "limitingClass",
            "modes",
            "scores",
            "sentences",
            "student",
            "worstGap");
    JsonNode one = json.get("diagnosis").get("modes").get(0).get("classes").get(1);
    assertThat(one.get("count").intValue()).isEqualTo(20);
    assertThat(one.get("gap").isNumber()).isTrue();
    assertThat(one.has("overconfidence")).isTrue();
  }

  @Test
  void diagnose_outputQuiet_writesThePageAndPrintsNothing() throws IOException {
    Path page = folder.resolve("d.html");
    assertThat(Cli.run("diagnose", table(), "-q", "-o", page)).isEqualTo(new Cli(0, "", ""));
    assertThat(page).content().contains("fit for a robust student?", "Reliability", "per-class");
  }

  @Test
  void diagnose_manyClasses_printsTheLargestGaps() throws IOException {
    int m = 50;
    var text = new StringBuilder("label");
    for (int y = 0; y < m; y++) {
      text.append(",z").append(y);
    }
    for (int i = 0; i < 4 * m; i++) {
      text.append('\n').append(i % m);
      for (int y = 0; y < m; y++) {
        text.append(',').append(y == (i * 7 + i / m) % m || y == i % m ? 3 : 0);
      }
    }
    Path file = Files.writeString(folder.resolve("m.csv"), text);
    assertThat(Cli.run("diagnose", file).out())
        .contains("The 20 largest gaps of 50 classes are shown; --json has them all.");
  }

  @Test
  void diagnose_study_comparesItsTeachersAndDiagnosesEachRun() throws IOException {
    Path plan = Files.writeString(folder.resolve("tiny.yaml"), STUDY);
    Path output = folder.resolve("out");
    assertThat(Cli.run("study", plan, "-o", output, "-q").code()).isZero();
    var study = Cli.run("diagnose", output);
    assertThat(study.code()).isZero();
    assertThat(study.out())
        .startsWith("tiny: its teachers on validation")
        .contains("gaps measured on examples that the fit did not see")
        .containsPattern("(?m)^standard +0 ")
        .containsPattern("(?m)^robust\\(1\\.0\\) +0 ")
        .contains("best objective first: ");
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        var result = Cli.run("diagnose", run);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("training costs and class frequencies: from the run");
      }
    }
    var model = Cli.run("diagnose", output.resolve("student.onnx"), "--data", plan);
    assertThat(model.out()).contains("training costs: from the model file");
    var refused = Cli.run("diagnose", output, "--costs", "1");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is a directory, whose runs say all that");
  }

  @Test
  void diagnose_help_namesEveryTarget() {
    assertThat(Cli.run("diagnose", "--help").out())
        .contains("STUDY/runs/ID", "label,z0,z1,...", ".safetensors", ".onnx", "--train-counts");
  }
}
