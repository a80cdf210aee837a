package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCommandTest {
  private static final String STUDY =
      """
      name: tiny
      data: {source: digits, longTail: {ratio: 50}}
      seeds: [0, 1]
      teacher: {network: mlp 16, objectives: [standard, robust], train: {epochs: 2}}
      student: {network: mlp 4, alphas: [0.5], train: {epochs: 2}}
      """;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void writeStudy() throws IOException {
    file = Files.writeString(folder.resolve("tiny.yaml"), STUDY);
    output = folder.resolve("out");
  }

  @Test
  void study_tiny_printsOneRowForEachCombinationAndWritesTheFiles() throws IOException {
    var result = Cli.run("study", file, "-o", output);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("tiny: 2 seeds, test split")
        .containsPattern("(?m)^standard +- +\\d+\\.\\d ± +\\d+\\.\\d ")
        .containsPattern("(?m)^robust +robust\\(0\\.5\\) ")
        .contains("Selected on validation: teacher ", "on the front", "p: ")
        .contains("±: 95 % interval over 2 seeds of one split; it leaves out what another split")
        .contains("Judged by validation examples that drove none of the students they judge: ")
        .containsPattern(
            "(?m)^Exported, seed 0: worst class \\d with .* of \\d+ examples; with 95 %")
        .doesNotContain("worst k");
    assertThat(result.out().lines().filter(line -> line.matches("(standard|robust) .*")))
        .hasSize(2 * 4);
    assertThat(result.out()).containsPattern("(?m)^none +standard +\\d+\\.\\d ± ");
    for (String name : List.of("report.html", "student.onnx", "student.md", "study.yaml")) {
      assertThat(output.resolve(name)).isNotEmptyFile();
    }
    List<String> table = Files.readAllLines(output.resolve("leaderboard.csv"));
    assertThat(table).hasSize(1 + 2 * 4 + 1);
    assertThat(table.get(0))
        .isEqualTo(
            "teacher,student,variant,alpha,seeds,accuracy_mean,accuracy_low,accuracy_high,"
                + "balanced_accuracy_mean,balanced_accuracy_low,balanced_accuracy_high,"
                + "worst_class_accuracy_mean,worst_class_accuracy_low,worst_class_accuracy_high,"
                + "worst_k_accuracy_mean,worst_k_accuracy_low,worst_k_accuracy_high,"
                + "worst_class_difference_mean,worst_class_difference_low,"
                + "worst_class_difference_high,worst_class_difference_p,"
                + "worst_class_difference_p_holm,worst_class_difference_to_balanced_teacher_mean,"
                + "worst_class_difference_to_balanced_teacher_low,"
                + "worst_class_difference_to_balanced_teacher_high,"
                + "worst_class_difference_to_balanced_teacher_p,"
                + "worst_class_difference_to_balanced_teacher_p_holm,"
                + "front_share,on_front,selected");
    assertThat(table.get(1)).startsWith("standard,,,,2,").endsWith(",,,,false,false");
    assertThat(table.get(2)).startsWith("standard,standard,,,2,").contains(",0.0,0.0,0.0,");
    assertThat(table.get(4)).startsWith("standard,robust,0.5,0.5,2,");
  }

  @Test
  void study_tableWhoseTestHasTrainingRows_isSaidOnStartAndInTheRecords() throws IOException {
    var rows = new StringBuilder("a,b,class\n");
    for (int i = 0; i < 200; i++) {
      rows.append(i).append(',').append(i * i % 7).append(i % 2 == 0 ? ",x\n" : ",y\n");
    }
    Files.writeString(folder.resolve("train.csv"), rows);
    String some = rows.substring(0, rows.indexOf("\n12,") + 1) + "-5,0,x\n-6,0,y\n";
    Files.writeString(folder.resolve("test.csv"), some);
    String table =
        STUDY.replace(
            "{source: digits, longTail: {ratio: 50}}",
            "{source: csv, train: train.csv, test: test.csv}");
    var result = Cli.run("study", Files.writeString(file, table), "-o", output);
    String note =
        "12 of 14 rows of the test file also are in the training file (same features and label)";
    assertThat(result.err()).isEqualTo("limbeck: note: " + note + "\n");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains(note);
    for (String page : List.of("report.html", "student.md")) {
      assertThat(output.resolve(page)).content().contains("12 of 14 rows of the test file");
    }
    String itself = table.replace("test: test.csv", "test: train.csv");
    assertThat(Cli.run("study", Files.writeString(file, itself), "-o", output.resolve("2")).err())
        .contains("data.test: ", "train.csv is the same file as data.train", "leave data.test out");
  }

  @Test
  void study_selectedStudentWithoutTeacher_isExportedWithItsCard() throws IOException {
    String alone = STUDY.replace("student: {", "student: {recipes: [logit-adjustment], ");
    var result = Cli.run("study", Files.writeString(file, alone), "-o", output);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Selected on validation: teacher none, student ");
    assertThat(output.resolve("student.md"))
        .content()
        .contains("- Teacher recipe: none\n", "- Teacher scores: none\n", "no teacher; data")
        .contains("trained on labels alone, without a teacher, by Limbeck.")
        .doesNotContain("Distillation gained nothing");
    assertThat(output.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void study_worstClassNeverRight_isSelectedWithWarnings() throws IOException {
    String hopeless =
        STUDY.replace(
            "student: {network: mlp 4, alphas: [0.5], train: {epochs: 2}}",
            "student: {network: mlp 4, objectives: [standard], train: {epochs: 1, learningRate: 1.0e-9}}");
    var result = Cli.run("study", Files.writeString(file, hopeless), "-o", output, "--seeds", "0");
    assertThat(result.out())
        .contains("Exported, seed 0: worst class ", " with 0.0 % of ")
        .contains(
            "Warning: 0 % on its worst class: seed 0, which is exported, gets no test example")
        .contains("so accuracy decided the choice");
    assertThat(output.resolve("student.md")).content().contains("**Warning:** 0 % on its worst");
    assertThat(output.resolve("report.html")).content().contains("Warning:");
  }

  @Test
  void study_postShift_tellsItsRowsApartInTheTable() throws IOException {
    String shifted =
        STUDY.replace(
            "student: {",
            "student: {objectives: [standard], recipes: [{from: post-shift, delta: [0, 1]}], ");
    Cli.run("study", Files.writeString(file, shifted), "-o", output, "--quiet");
    assertThat(Files.readAllLines(output.resolve("leaderboard.csv")))
        .filteredOn(line -> line.contains(",post-shift,"))
        .map(line -> line.split(",", -1)[2])
        .containsExactly("0.0", "1.0", "0.0", "1.0");
  }

  @Test
  void study_again_printsTheSameWithoutTraining() {
    String first = Cli.run("study", file, "-o", output).out();
    var second = Cli.run("study", file, "-o", output);
    assertThat(second.out()).isEqualTo(first);
    assertThat(second.err()).isEqualTo("limbeck: 18 of 18 runs are done already\n");
  }

  @Test
  void study_json_isOneObjectWithTheNumbersOfTheTable() throws IOException {
    var result = Cli.run("study", file, "-o", output, "--seeds", "5", "--quiet", "--json");
    assertThat(result.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("seeds").toString()).isEqualTo("[5]");
    assertThat(json.get("rows")).hasSize(9);
    assertThat(json.get("intervals").get("text").textValue()).isEqualTo("one seed: no interval");
    JsonNode row = json.get("rows").get(1);
    assertThat(row.get("student").textValue()).isEqualTo("standard");
    assertThat(row.get("accuracy").get("low").isNull()).isTrue();
    String line = Files.readAllLines(output.resolve("leaderboard.csv")).get(2);
    assertThat(line).contains("," + row.get("accuracy").get("mean").doubleValue() + ",");
    assertThat(row.get("frontShare").isNull()).isTrue();
    JsonNode teachers = json.get("goodTeacher");
    assertThat(teachers.get("students")).hasSize(2 * 3);
    assertThat(teachers.get("verdict").textValue()).startsWith("It cannot be told");
    assertThat(json.findParents("worstClassAccuracy")).isNotEmpty();
    assertThat(json.get("warnings").isArray()).isTrue();
    assertThat(json.get("exported").get("seed").intValue()).isEqualTo(5);
    assertThat(json.get("exported").get("worstClassLowerBound").doubleValue())
        .isLessThanOrEqualTo(json.get("exported").get("worstClassAccuracy").doubleValue());
    assertThat(result.out()).doesNotContainPattern("\"[A-Za-z]+_[a-z_]+\" :");
  }

  @Test
  void study_splitOfEachSeed_saysSoInTextAndJson() throws IOException {
    String splits = STUDY.replaceFirst("(data: \\{)", "$1splitSeed: each, ");
    Path each = Files.writeString(folder.resolve("each.yaml"), splits);
    assertThat(Cli.run("study", each, "-o", output).out())
        .contains("half-width of the 95 % interval over splits")
        .containsPattern("±: 95 % interval over 2 splits \\(Nadeau-Bengio, n_test/n_train \\d\\.");
    JsonNode intervals =
        new ObjectMapper()
            .readTree(Cli.run("study", each, "-o", output, "--json").out())
            .get("intervals");
    assertThat(intervals.get("variance").textValue()).isEqualTo("nadeau-bengio");
    assertThat(intervals.get("splits").intValue()).isEqualTo(2);
    assertThat(intervals.get("testToTrain").doubleValue()).isPositive();
    assertThat(Files.readString(output.resolve("student.md")))
        .contains("over 2 splits of one data set, with the variance of Nadeau and Bengio");
  }

  @Test
  void study_quiet_printsNothing() {
    var result = Cli.run("study", file, "-o", output, "--quiet", "--seeds", "0");
    assertThat(result).isEqualTo(new Cli(0, "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio: 50|ratio: 5000|data.longTail.ratio: 5000.0 leaves class '6'",
        "alphas: [0.5]|alphas: [2]|tiny.yaml:5: student.alphas[0]: expected a number in [0, 1]",
        "mlp 4|mpl 4|tiny.yaml:5: student.network: no network 'mpl'; did you mean 'mlp'?",
        "{epochs: 2}|{epochs: 2, learningRate: 1e9}|the loss is not finite in epoch",
      })
  void study_badInput_exitsWithTwoAndOneClearMessage(String old, String changed, String message)
      throws IOException {
    Files.writeString(file, STUDY.replace(old, changed));
    var result = Cli.run("study", file, "-o", output, "--quiet");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: ").contains(message).doesNotContain("\tat ");
    assertThat(output.resolve("leaderboard.csv")).doesNotExist();
  }

  @Test
  void study_missingFile_saysSo() {
    var result = Cli.run("study", folder.resolve("none.yaml"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("none.yaml: no such file");
  }

  @Test
  void study_badSeeds_areRefused() {
    assertThat(Cli.run("study", file, "--seeds", "1,1").err()).contains("names a seed twice");
    assertThat(Cli.run("study", file, "--seeds", "x").code()).isEqualTo(2);
  }

  @Test
  void study_changedPlan_isRefusedAndKeepsWhatIsThere() throws IOException {
    Cli.run("study", file, "-o", output, "--quiet", "--seeds", "0");
    byte[] before = Files.readAllBytes(output.resolve("leaderboard.csv"));
    Files.writeString(file, STUDY.replace("mlp 4", "mlp 5"));
    var result = Cli.run("study", file, "-o", output);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("student.network: mlp 4 in " + output + ", mlp 5 in the new plan");
    assertThat(output.resolve("leaderboard.csv")).hasBinaryContent(before);
  }

  @Test
  void evaluate_runDirectory_agreesWithTheRunsRecord() throws IOException {
    Cli.run("study", file, "-o", output, "--quiet", "--seeds", "0");
    Path run;
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      run = runs.sorted().findFirst().orElseThrow();
    }
    var json = new ObjectMapper();
    JsonNode record = json.readTree(run.resolve("run.json").toFile());
    for (String split : List.of("test", "validation")) {
      JsonNode printed = json.readTree(Cli.run("evaluate", "--json", "--split", split, run).out());
      JsonNode recorded = record.get("last").get(split);
      recorded
          .get("metrics")
          .properties()
          .forEach(e -> assertThat(printed.get(e.getKey())).isEqualTo(e.getValue()));
      recorded
          .get("calibration")
          .properties()
          .forEach(e -> assertThat(printed.get(e.getKey())).isEqualTo(e.getValue()));
    }
  }

  @Test
  void report_finishedStudy_isRebuilt() throws IOException {
    Cli.run("study", file, "-o", output, "--quiet", "--seeds", "0");
    Files.delete(output.resolve("report.html"));
    var result = Cli.run("report", output);
    assertThat(result.out().strip()).isEqualTo(output.resolve("report.html").toString());
    assertThat(output.resolve("report.html")).isNotEmptyFile();
    assertThat(Cli.run("report", folder).code()).isEqualTo(2);
  }

  @Test
  void report_unfinishedStudy_saysSoAndNamesItsPage() throws IOException {
    Cli.run("study", file, "-o", output, "--quiet", "--seeds", "0");
    Files.delete(output.resolve("study.json"));
    var result = Cli.run("report", output);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .isEqualTo("limbeck: the study is not finished (9 of 9 runs): validation figures only\n");
    assertThat(result.out().strip()).isEqualTo(output.resolve("unfinished.html").toString());
    var json = Cli.run("report", output, "--json");
    assertThat(json.err()).isEmpty();
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.get("finished").booleanValue()).isFalse();
    assertThat(document.get("finishedRuns").intValue()).isEqualTo(9);
    assertThat(document.get("report").textValue()).isEqualTo(result.out().strip());
  }

  @Test
  void study_seedsWithoutTheExportedOne_areRefusedBeforeAnyWork() throws IOException {
    Files.writeString(file, STUDY + "select: {exportSeed: 1}\n");
    var result = Cli.run("study", file, "-o", output, "--seeds", "0");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--seeds", "exportSeed: 1 is not among the seeds [0]");
    assertThat(output).doesNotExist();
  }
}
