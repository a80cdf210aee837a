package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

class DistillCommandTest {
  @TempDir private Path folder = Path.of("");
  private Path table = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void writeTable() throws IOException {
    var random = new Random(1);
    List<String> rows = new ArrayList<>();
    List<String> scores = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      int y = i % 3;
      rows.add(
          "r%d,%.2f,%s,2024-01-01,k%d"
              .formatted(i, y + random.nextGaussian(), i % 11 == 0 ? "" : "c" + y, y));
      scores.add("r%d,%d,%d,%d".formatted(i, y == 0 ? 3 : -1, y == 1 ? 4 : -1, y == 2 ? 5 : -1));
    }
    table = write("birds.csv", "ring,wing,colour,seen,kind", rows);
    Collections.shuffle(scores, random);
    write("scores.csv", "ring,z0,z1,z2", scores);
    output = folder.resolve("out");
  }

  private Path write(String name, String header, List<String> rows) throws IOException {
    return Files.write(
        folder.resolve(name), Stream.concat(Stream.of(header), rows.stream()).toList());
  }

  private Cli distill(Object... options) {
    Stream<Object> start = Stream.of("distill", "-o", output);
    return Cli.run(Stream.concat(start, Stream.of(options)).toArray());
  }

  private Cli birds(Object... options) {
    Stream<Object> start =
        Stream.of("--data", table, "--label", "kind", "--ignore", "seen", "--id", "ring");
    Stream<Object> fast = Stream.of("--missing", "flag", "--epochs", "3", "--seeds", "0");
    return distill(Stream.of(start, fast, Stream.of(options)).flatMap(all -> all).toArray());
  }

  @Test
  void distill_oneTable_trainsATeacherAndWritesTheStudy() throws IOException {
    Cli result = birds();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("birds: 1 seed, test split")
        .containsPattern("(?m)^standard +robust\\(0\\.5\\) ")
        .containsPattern("(?m)^none +standard ");
    assertThat(output.resolve("student.onnx")).isNotEmptyFile();
    String file = Files.readString(output.resolve("study.yaml"));
    assertThat(file).contains("# Trained here, since no teacher was given", "  ignore: [\"seen\"]");
  }

  @Test
  void distill_scoresJoinedById_resumesAndIsAStudy() throws IOException {
    Object[] command = {
      "--teacher", folder.resolve("scores.csv"), "--objective", "robust:0.5", "--student", "mlp 8"
    };
    Cli result = birds(command);
    assertThat(result.code()).isZero();
    assertThat(result.out()).containsPattern("(?m)^scores +robust\\(0\\.5\\) ");
    assertThat(result.err())
        .contains(
            "240 rows", "ids from 'ring'", "Few validation examples judge", "1 more training.");
    String file = Files.readString(output.resolve("study.yaml"));
    assertThat(birds(command).err()).contains("4 of 4 runs are done already");
    Cli study = Cli.run("study", output.resolve("study.yaml"));
    assertThat(study.err()).contains("4 of 4 runs are done already");
    assertThat(study.out()).isEqualTo(result.out());
    assertThat(output.resolve("study.yaml")).hasContent(file);
    StudyPlan plan = StudyYaml.read(output.resolve("study.yaml"));
    assertThat(plan.teacher().foreign()).hasSize(1);
  }

  @Test
  void distill_twoTeachers_areTwoRowsOrOne() throws IOException {
    Path other = Files.copy(folder.resolve("scores.csv"), folder.resolve("more.csv"));
    Object[] both = {"--teacher", folder.resolve("scores.csv"), "--teacher", other};
    Cli rows =
        birds(Stream.concat(Stream.of(both), Stream.of("--objective", "standard")).toArray());
    assertThat(rows.out())
        .containsPattern("(?m)^scores +standard ")
        .containsPattern("(?m)^more +standard ");
    output = folder.resolve("one");
    Cli one =
        birds(
            Stream.concat(
                    Stream.of(both), Stream.of("--objective", "standard", "--ensemble", "--json"))
                .toArray());
    assertThat(one.code()).isZero();
    var json = new ObjectMapper().readTree(one.out());
    assertThat(json.get("rows").findValuesAsText("teacher")).contains("ensemble");
  }

  @Test
  void distill_onnxTeacher_ofAnotherStudy() {
    Cli big =
        distill(
            "--data", "digits", "--epochs", "3", "--seeds", "0", "--objective", "standard", "-q");
    assertThat(big.err() + big.out()).isEmpty();
    Path model = output.resolve("student.onnx");
    output = folder.resolve("small");
    Cli small =
        distill(
            "--data",
            "digits",
            "--teacher",
            model,
            "--student",
            "mlp 8",
            "--epochs",
            "2",
            "--seeds",
            "1",
            "--objective",
            "robust:0.5",
            "--trained-on",
            "training",
            "--scores",
            "per-class");
    assertThat(small.code()).isZero();
    assertThat(small.out()).containsPattern("(?m)^student +robust\\(0\\.5\\) ");
  }

  @Test
  void distill_noLabel_listsTheColumns() {
    Cli result = distill("--data", table);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("--label: missing; name the column of", "ring, wing, colour, seen, kind");
    assertThat(output).doesNotExist();
  }

  @Test
  void distill_whatHasToBeDecided_isSaidInOptions() {
    assertThat(distill("--data", table, "--label", "kind").err())
        .contains("column 'seen' has dates or times (DATE)")
        .contains("(here data.ignore is --ignore, data.sql is --key sql=...)");
    assertThat(distill("--data", table, "--label", "kind", "--ignore", "seen").err())
        .contains("limbeck: --missing: of 240 rows, values are missing in 'colour' in 22");
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--teacher|nosuch.onnx|teacher nosuch.onnx: no such file or folder",
        "--teacher-test|scores.csv|--teacher-test scores.csv: no file of scores in --teacher",
        "--objective|robst|did you mean 'robust'?",
        "--student|mlp|expected widths, like 'mlp 16'",
        "--student|resnet18|needs images",
        "--scores|percls|--scores: no 'percls'; did you mean 'per-class'?",
        "--trained-on|all|--trained-on: no 'all'; known: unknown, other, training, validation",
        "--ensemble|validation|--ensemble: expected two --teacher or more, found 0",
        "--classes|3|--classes: expected names between commas",
        "--classes|k0,k1|--classes: the table has labels that are not listed: k2",
        "--group|nosuch|--group: no column 'nosuch'",
        "--key|label=wing|--key label: given together with --label",
        "--key|wher=x|has no key 'wher'; did you mean 'where'?",
        "--test|nosuch.csv|--test: ",
        "--parallel|0|--parallel: expected 1 to 1024, found 0"
      })
  void distill_wrongOption_writesNothing(String option, String value, String message) {
    Cli result = birds(option, value);
    assertThat(result.err()).contains(message);
    assertThat(result.code()).isEqualTo(2);
    assertThat(output).doesNotExist();
  }

  @Test
  void distill_wrongNumbersAndSwitches_areRefused() {
    assertThat(distill("--data", "digits", "--epochs", "0").err())
        .contains("--epochs: expected 1 to 100,000, found 0");
    assertThat(distill("--data", "digits", "--seeds", "1,1").err())
        .contains("--seeds: [1, 1] names a seed twice");
    assertThat(distill("--data", "digits", "--trust").err())
        .contains("--trust: only for a teacher that is given with --teacher");
    assertThat(distill().err()).contains("Missing required option: '--data=DATA'");
    assertThat(distill("--data", "digits", "--label", "y").err())
        .contains("the source 'digits' has no key 'label'; leave it out");
    assertThat(output).doesNotExist();
  }

  @Test
  void distill_folderWithOtherThings_isLeftAlone() throws IOException {
    Files.createDirectory(output);
    Files.writeString(output.resolve("mine.txt"), "mine");
    assertThat(birds().err()).contains("not empty and not a study's directory");
    assertThat(output.resolve("study.yaml")).doesNotExist();
  }

  /** Scores whose classes are in the order k1, k2, k0. */
  private Path permuted(boolean probabilities) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      int y = i % 3;
      rows.add(
          probabilities
              ? "r%d,%s,%s,%s".formatted(i, y == 1 ? .8 : .1, y == 2 ? .8 : .1, y == 0 ? .8 : .1)
              : "r%d,%d,%d,%d".formatted(i, y == 1 ? 3 : -1, y == 2 ? 4 : -1, y == 0 ? 5 : -1));
    }
    return write("permuted.csv", "ring,score_0,score_1,score_2", rows);
  }

  @Test
  void distill_teacherThatFailed_isCorrectedInTheSameDirectory() throws IOException {
    Path permuted = permuted(false);
    Cli wrong = birds("--teacher", permuted, "--objective", "standard");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains(
            "write output: {classes: [k1, k2, k0]}", "(here output is --teacher-output '{...}'")
        .contains("trainedOn is --trained-on");
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      assertThat(runs.filter(Files::isDirectory).count()).as("the baseline").isPositive();
    }
    Cli right = birds("--teacher", permuted, "--objective", "standard", "--classes", "k1,k2,k0");
    assertThat(right.err()).doesNotContain("other values of these keys");
    assertThat(right.code()).isZero();
    assertThat(birds("--teacher", permuted, "--objective", "standard").err())
        .as("now its runs bind")
        .contains("other values of these keys", "data.classes");
  }

  @Test
  void distill_portsOfTheTeacher_areOptions() throws IOException {
    Path permuted = permuted(true);
    Cli result =
        birds(
            "--teacher",
            permuted,
            "--objective",
            "standard",
            "--teacher-output",
            "{kind: probabilities, classes: [k1, k2, k0]}");
    assertThat(result.code()).isZero();
    assertThat(Files.readString(output.resolve("study.yaml"))).contains("kind: probabilities");
    assertThat(birds("--teacher", permuted, "--teacher-output", "{knd: logits}").err())
        .contains("--teacher-output:1: knd: unknown key; did you mean 'kind'?");
    assertThat(birds("--teacher", permuted, "--teacher-input", "{scale: 2}").err())
        .contains("--teacher-input: only for models");
    assertThat(birds("--teacher-input", "{scale: 2}").err())
        .contains("--teacher-input: only for a teacher that is given with --teacher");
  }

  @Test
  void distill_columnLikeAnId_isLeftOutAloud() throws IOException {
    Object[] command = {
      "--data",
      table,
      "--label",
      "kind",
      "--ignore",
      "seen",
      "--missing",
      "flag",
      "--epochs",
      "1",
      "--seeds",
      "0",
      "--objective",
      "standard"
    };
    Cli result = distill(command);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains(
            "column 'ring' looks like an id, so it is not a feature; --keep ring makes it one");
    assertThat(Files.readString(output.resolve("study.yaml")))
        .contains("# Left out by Limbeck, since they look like ids: ring.")
        .contains("ignore: [\"seen\",\"ring\"]");
    output = folder.resolve("kept");
    Object[] kept = Stream.concat(Stream.of(command), Stream.of("--keep", "ring")).toArray();
    assertThat(distill(kept).err()).doesNotContain("looks like an id");
    assertThat(Files.readString(output.resolve("study.yaml"))).contains("ignore: [\"seen\"]");
    assertThat(birds("--keep", "rng").err())
        .contains("--keep: no column 'rng'; did you mean 'ring'?");
  }
}
