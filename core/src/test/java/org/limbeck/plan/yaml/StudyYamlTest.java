package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.Views;
import org.limbeck.nn.CifarResNet;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.StepSize;
import org.limbeck.objective.Strata;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.LabelSource;
import org.limbeck.train.TrainOptions;

class StudyYamlTest {
  private static final String MINIMAL =
      """
      name: small
      data:
        source: digits
      seeds: [3]
      teacher:
        network: mlp 8
      student:
        network: mlp 4
      """;

  private static final String FULL =
      """
      name: full
      data:
        source: csv
        train: a.csv
        test: b.csv
        label: kind
        validationFrom: test
        validation: 0.5
        testShare: 0.1
        longTail: {ratio: 10, order: random}
        splitSeed: each
      seeds: [1, -2]
      teacher:
        network: convnet 8-16
        objectives: [robust, standard]
        alphas: [0.25]
        scores: per-class
        anchor: standard
        multipliers: {gamma: 2, updateEvery: epoch, measure: cross-entropy, memory: memoryless, floor: 0.1, sample: 70, smoothing: 2.5}
        train: {epochs: 7, batchSize: 5, optimiser: adamw, learningRate: 1e-2, momentum: 0.8, weightDecay: 0, schedule: step, warmupEpochs: 1.5, milestones: [0.5], factor: 0.2, iterate: best, views: {crop: 2, flip: alternating, viewsPerImage: 9}, precision: bf16, validateEvery: 3}
      student:
        network: mlp 4
        objectives: [balanced]
        alphas: [0, 1]
        labels: rebalanced
        mix: 0.25
        temperature: 3
        multipliers: {updateEvery: 3, validationLabels: teacher}
      select: {minAccuracy: 0.9, exportSeed: -2, by: class-and-group}
      """;

  private static StudyPlan parse(String text) {
    return StudyYaml.parse(text, "s.yaml", Path.of("/folder"));
  }

  @Test
  void parse_minimal_takesEveryDefault() {
    List<String> all = List.of("standard", "balanced", "robust");
    StudyPlan plan = parse(MINIMAL);
    assertThat(plan)
        .isEqualTo(
            StudyPlan.builder(
                    "small",
                    new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.25, null, 0L),
                    List.of(3L),
                    new RolePlan(
                        NetworkSpec.parse("mlp 8"),
                        all,
                        List.of(1.0),
                        Robust.Anchor.BALANCED,
                        MultiplierOptions.DEFAULT,
                        TrainDefaults.labels(Role.TEACHER),
                        List.of(),
                        TrainDefaults.TRAIN),
                    new RolePlan(
                        NetworkSpec.parse("mlp 4"),
                        all,
                        List.of(0.5, 1.0),
                        Robust.Anchor.BALANCED,
                        MultiplierOptions.DEFAULT,
                        TrainDefaults.labels(Role.STUDENT),
                        List.of(),
                        TrainDefaults.TRAIN))
                .scores(ScoreMode.TEMPERATURE)
                .selection(SelectionPlan.DEFAULT)
                .device(ComputeDevice.AUTO)
                .build());
  }

  @Test
  void parse_everyKeySet_takesEveryKey() {
    StudyPlan plan = parse(FULL);
    assertThat(plan.data())
        .isEqualTo(
            new DataPlan(
                "csv",
                Map.of("train", "/folder/a.csv", "test", "/folder/b.csv", "label", "kind"),
                ValidationFrom.TEST,
                0.5,
                0.1,
                new LongTail(10, LongTail.Order.RANDOM),
                null));
    assertThat(plan.seeds()).containsExactly(1L, -2L);
    assertThat(plan.scores()).isEqualTo(ScoreMode.PER_CLASS);
    assertThat(plan.teacher().trained().orElseThrow())
        .isEqualTo(
            new RolePlan(
                NetworkSpec.parse("convnet 8-16"),
                List.of("robust", "standard"),
                List.of(0.25),
                Robust.Anchor.STANDARD,
                new MultiplierOptions(
                    new StepSize.Fixed(2),
                    0,
                    MultiplierOptions.Measure.CROSS_ENTROPY,
                    MultiplierOptions.ValidationLabels.ONE_HOT,
                    MultiplierOptions.Memory.MEMORYLESS,
                    0.1,
                    70,
                    MultiplierOptions.RiskSource.VALIDATION,
                    new Smoothing.PseudoExamples(2.5),
                    0),
                LabelOptions.ONE_HOT,
                List.of(),
                new TrainOptions(
                    7,
                    5,
                    new OptimiserOptions(OptimiserOptions.Kind.ADAMW, 0.01, 0.8, 0),
                    new Schedule(Schedule.Kind.STEP, 1.5, List.of(0.5), 0.2),
                    TrainOptions.Iterate.BEST,
                    new Views(2, Views.Flip.ALTERNATING, 9),
                    Precision.BF16,
                    3)));
    assertThat(plan.student().multipliers().validationLabels())
        .isEqualTo(MultiplierOptions.ValidationLabels.TEACHER);
    assertThat(plan.student().multipliers().updateEvery()).isEqualTo(3);
    assertThat(plan.student().labels())
        .isEqualTo(new LabelOptions(LabelSource.REBALANCED, 0.25, 3, null));
    assertThat(plan.selection()).isEqualTo(new SelectionPlan(0.9, -2L, Strata.By.CLASS_AND_GROUP));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void write_read_givesTheSamePlan(boolean full) {
    StudyPlan plan = parse(full ? FULL : MINIMAL);
    String written = StudyYaml.write(plan);
    assertThat(parse(written)).isEqualTo(plan);
    assertThat(StudyYaml.write(parse(written))).isEqualTo(written);
  }

  @Test
  void parse_imageNetwork_takesTheDefaultsOfImages() {
    StudyPlan plan = parse(MINIMAL.replace("mlp 4", "resnet20 x0.5"));
    assertThat(plan.student().network()).isEqualTo(new CifarResNet(20, 0.5));
    assertThat(plan.student().train()).isEqualTo(TrainDefaults.IMAGES);
    assertThat(plan.student().multipliers()).isEqualTo(MultiplierOptions.IMAGES);
    assertThat(plan.teacher().trained().orElseThrow().train()).isEqualTo(TrainDefaults.TRAIN);
    assertThat(parse(StudyYaml.write(plan))).isEqualTo(plan);
  }

  @Test
  void read_digitsExample_isTheMainJob() {
    StudyPlan plan = StudyYaml.read(Path.of("../examples/digits.yaml"));
    assertThat(plan.teacher().recipes()).hasSize(3);
    assertThat(plan.student().expanded()).hasSize(4);
    assertThat(plan.seeds()).hasSize(5);
    assertThat(plan.data().longTail()).isEqualTo(new LongTail(50, LongTail.Order.LABEL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: [3]|seed: [3]|s.yaml:4: seed: unknown key; did you mean 'seeds'?",
        "network: mlp 4|netwrk: mlp 4|s.yaml:8: student.netwrk: unknown key; did you mean 'network'?",
        "source: digits|source: digit|s.yaml:3: data.source: no data source 'digit'; did you mean 'digits'?",
        "mlp 4|mlp x|s.yaml:8: student.network: network 'mlp x': expected widths",
        "mlp 4|[mlp]|s.yaml:8: student.network: expected a network like mlp 16, found a list",
        "seeds: [3]|seeds: []|s.yaml:4: seeds: the list is empty",
        "seeds: [3]|seeds: 3|s.yaml:4: seeds: expected a list like [a, b], found '3'",
        "seeds: [3]|seeds: [3, x]|s.yaml:4: seeds[1]: expected an integer, found 'x'",
        "seeds: [3]|seeds: [3, 3]|s.yaml:4: seeds[1]: '3' is given twice",
        "name: small|name: a/b|s.yaml:1: name: expected letters, digits",
        "name: small|name: [a]|s.yaml:1: name: expected one value, found a list",
        "seeds: [3]|seeds: !!java.net.URL [3]|s.yaml:4: tag",
        "seeds: [3]|name: again|s.yaml:4: key 'name' is given twice",
      })
  void parse_oneMistake_isReportedWithItsPlace(String old, String changed, String message) {
    assertThatThrownBy(() -> parse(MINIMAL.replace(old, changed)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "objectives: [standrd]|student.objectives[0]: no objective 'standrd'; did you mean 'standard'?",
        "objectives: []|student.objectives: the list is empty",
        "alphas: [0.5, 1.5]|student.alphas[1]: expected a number in [0, 1], found '1.5'",
        "alphas: [.nan]|student.alphas[0]: expected a number in [0, 1], found '.nan'",
        "alphas: [0.5, 0.5]|student.alphas[1]: '0.5' is given twice",
        "multipliers: {gamma: -1}|student.multipliers.gamma: expected a number above 0, 'auto', or 'budget N', found '-1'",
        "multipliers: {smoothing: -1}|student.multipliers.smoothing: expected a number, 0 or more, or 'auto', found '-1'",
        "multipliers: {gama: 1}|student.multipliers.gama: unknown key; did you mean 'gamma'?",
        "multipliers: {updateEvery: 0}|student.multipliers.updateEvery: expected steps, or 'epoch', found '0'",
        "multipliers: {measure: zeroone}|student.multipliers.measure: no 'zeroone'; did you mean 'zero-one'?",
        "train: {epochs: 0}|student.train.epochs: expected 1 or more, found 0",
        "train: {epochs: 1.5}|student.train.epochs: expected an integer, found '1.5'",
        "train: {epochs: 3, warmupEpochs: 3}|student.train.warmupEpochs: 3.0 leaves none of the 3 epochs",
        "train: {momentum: 1}|student.train.momentum: expected [0, 1), found 1.0",
        "train: [1]|student.train: expected a mapping, found a list",
        "scores: raw|student.scores: unknown key",
      })
  void parse_mistakeInTheStudent_isReportedWithItsKey(String line, String message) {
    assertThatThrownBy(() -> parse(MINIMAL + "  " + line + "\n"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("s.yaml:9: " + message);
  }

  @Test
  void parse_severalMistakes_areReportedAtOnce() {
    assertThatThrownBy(() -> parse("nam: x\nseeds: []\n"))
        .hasMessageContaining("s.yaml:1: nam: unknown key; did you mean 'name'?")
        .hasMessageContaining("s.yaml:2: seeds: the list is empty")
        .hasMessageContaining("teacher: missing")
        .hasMessageContaining("data: missing");
  }

  @Test
  void parse_teacherValidatingOnATeacher_isRefused() {
    String text = MINIMAL.replace("mlp 8", "mlp 8\n  multipliers: {validationLabels: teacher}");
    assertThatThrownBy(() -> parse(text)).hasMessageContaining("a teacher has no teacher");
  }

  @Test
  void parse_exportSeedThatIsNotTrained_isRefused() {
    assertThatThrownBy(() -> parse(MINIMAL + "select: {exportSeed: 9}\n"))
        .hasMessageContaining("select.exportSeed: 9 is not among the seeds [3]");
  }

  @Test
  void parse_aliasBomb_isRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias, alias))));
    }
    assertThatThrownBy(() -> parse(bomb.toString()))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("aliases");
  }

  @Test
  void parse_aliasToItself_isRefused() {
    assertThatThrownBy(() -> parse("name: &a [*a]\n")).isInstanceOf(LimbeckException.class);
  }

  @Test
  void parse_sharedAnchor_isRead() {
    String text = MINIMAL.replace("mlp 8", "mlp 8\n  train: &t {epochs: 9}") + "  train: *t\n";
    assertThat(parse(text).student().train().epochs()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing'", "'name: [a'", "'a: b: c'", "'\t- x'", "'--- a\n--- b'"})
  void parse_noDocument_isRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("s.yaml");
  }

  @Test
  void read_unusableFile_isRefusedByName(@TempDir Path folder) throws IOException {
    Path big = Files.writeString(folder.resolve("big.yaml"), "#".repeat(1 << 21));
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0x41});
    assertThatThrownBy(() -> StudyYaml.read(big)).hasMessageContaining("larger than 1 MiB");
    assertThatThrownBy(() -> StudyYaml.read(binary)).hasMessageContaining("not UTF-8 text");
    assertThatThrownBy(() -> StudyYaml.read(folder)).hasMessageContaining("a directory");
    assertThatThrownBy(() -> StudyYaml.read(folder.resolve("none.yaml")))
        .hasMessageContaining("no such file");
  }

  @Test
  void read_windowsLineEndsAndMark_areFine(@TempDir Path folder) throws IOException {
    String text = "\uFEFF" + MINIMAL.replace("\n", "\r\n");
    Path file = Files.write(folder.resolve("windows.yaml"), text.getBytes(StandardCharsets.UTF_8));
    assertThat(StudyYaml.read(file)).isEqualTo(parse(MINIMAL));
  }

  @Test
  void parse_deepNesting_isRefused() {
    assertThatThrownBy(() -> parse("- ".repeat(5000) + "x\n"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("nested more than 20 levels deep");
  }

  @Test
  void parse_controlCharacters_doNotReachTheMessage() {
    String text = MINIMAL.replace("network: mlp 4", "network: \"\\e[31mx\"");
    assertThatThrownBy(() -> parse(text)).hasMessageContaining("?[31mx");
  }

  @Test
  void write_pathWithControlCharacters_isReadAgain() {
    String text = FULL.replace("train: a.csv", "train: \"a\\e\\t\\\"b.csv\"");
    StudyPlan plan = parse(text);
    assertThat(parse(StudyYaml.write(plan))).isEqualTo(plan);
  }
}
