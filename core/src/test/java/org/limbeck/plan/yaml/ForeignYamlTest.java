package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.OnnxModel;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;
import org.limbeck.teacher.foreign.ForeignSource.TorchScriptModel;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** Teachers from elsewhere in study files. */
class ForeignYamlTest {
  private static final String STUDY =
      """
      name: small
      data: {source: digits}
      seeds: [0]
      teacher: %s
      student: {network: mlp 8, objectives: [standard]}
      """;

  private static final String EVERY_KEY =
      """

        scores: per-class
        foreign:
          - name: big
            onnx: model.onnx
            input:
              name: pixels
              layout: nhwc
              scale: 0.00392156862745098
              mean: [0.5, 0.5, 0.4]
              deviation: [0.2, 0.2, 0.3]
            output: {name: scores, kind: probabilities, classes: ["a, b", 'say "c"', d]}
            trainedOn: other
          - {name: traced, torchscript: model.pt, trust: true, output: {kind: logits}}
          - {name: rows, scores: {train: train.parquet, test: test.parquet}, id: key}
          - {name: one-file, scores: all.npy, trainedOn: validation}
          - name: both
            ensemble: [a.onnx, {scores: b.npy, output: {kind: logits}}]
            weights: validation
      """;

  private static StudyPlan parse(String teacher) {
    return StudyYaml.parse(STUDY.formatted(teacher), "s.yaml", Path.of("/folder"));
  }

  private static ForeignTeacher one(String teacher) {
    List<ForeignTeacher> teachers = parse(teacher).teacher().foreign();
    assertThat(teachers).hasSize(1);
    return teachers.get(0);
  }

  private static OnnxModel onnx(String file) {
    return new OnnxModel(Path.of(file), ModelInput.FOUND, ModelOutput.FOUND);
  }

  @Test
  void parse_oneModelInPlaceOfTheSection_isATeacherCalledLikeItsFile() {
    ForeignTeacher teacher = one("{onnx: ../models/big model.v2.onnx}");
    assertThat(teacher)
        .isEqualTo(
            new ForeignTeacher("big-model", onnx("/models/big model.v2.onnx"), TrainedOn.UNKNOWN));
    assertThat(parse("{onnx: a.onnx}").scores()).isEqualTo(ScoreMode.TEMPERATURE);
    assertThat(parse("{onnx: a.onnx, scores: raw}").scores()).isEqualTo(ScoreMode.RAW);
  }

  @Test
  void parse_listInPlaceOfTheSection_isARowEach() {
    StudyPlan plan = parse("[{onnx: a.onnx}, {scores: b.npy}, c.onnx]");
    assertThat(plan.teacher().recipes()).extracting("name").containsExactly("a", "b", "c");
  }

  @Test
  void parse_everyKey_isReadAndSurvivesWriting() {
    StudyPlan plan = parse(EVERY_KEY);
    ForeignTeacher big = plan.teacher().foreign().get(0);
    assertThat(plan.scores()).isEqualTo(ScoreMode.PER_CLASS);
    assertThat(big.source())
        .isEqualTo(
            new OnnxModel(
                Path.of("/folder/model.onnx"),
                new ModelInput(
                    Optional.of("pixels"),
                    Optional.of(ModelInput.Layout.NHWC),
                    OptionalDouble.of(0.00392156862745098),
                    List.of(0.5, 0.5, 0.4),
                    List.of(0.2, 0.2, 0.3)),
                new ModelOutput(
                    Optional.of("scores"),
                    Optional.of(ModelOutput.Kind.PROBABILITIES),
                    List.of("a, b", "say \"c\"", "d"))));
    assertThat(plan.teacher().foreign().get(1).source()).isInstanceOf(TorchScriptModel.class);
    var logits = new ModelOutput(Optional.empty(), Optional.of(ModelOutput.Kind.LOGITS), List.of());
    ForeignSource member =
        new ScoreFiles(Path.of("/folder/b.npy"), Optional.empty(), Optional.empty(), logits);
    assertThat(plan.teacher().foreign().get(4).source())
        .isEqualTo(
            new Ensemble(List.of(onnx("/folder/a.onnx"), member), Ensemble.Combination.VALIDATION));
    String written = StudyYaml.write(plan);
    assertThat(StudyYaml.parse(written, "w.yaml", Path.of("/elsewhere"))).isEqualTo(plan);
  }

  @Test
  void parse_classesInAFile_areItsLinesAndAreWrittenOut(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("names.txt"), "zero\none: 1\n\n");
    String text = STUDY.formatted("{onnx: a.onnx, output: {classes: names.txt}}");
    StudyPlan plan = StudyYaml.parse(text, "s.yaml", folder);
    OnnxModel model = (OnnxModel) plan.teacher().foreign().get(0).source();
    assertThat(model.output().classes()).containsExactly("zero", "one: 1");
    Files.delete(folder.resolve("names.txt"));
    assertThat(StudyYaml.parse(StudyYaml.write(plan), "w.yaml", folder)).isEqualTo(plan);
    Files.writeString(folder.resolve("names.txt"), "a\nb\na\n");
    assertThatThrownBy(() -> StudyYaml.parse(text, "s.yaml", folder))
        .hasMessageContaining("teacher.output.classes: ")
        .hasMessageEndingWith("names.txt:3: 'a' is given twice; keep one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{torchscript: m.pt}|teacher.trust: a TorchScript file can run any code",
        "{torchscript: m.pt2, trust: true}|.pt2 file is not read; export to ONNX with torch.onnx.export",
        "{onnx: m.pt2}|teacher.onnx: /folder/m.pt2: a .pt2 file is not read",
        "{onnx: m.pt}|not an ONNX model by its name",
        "{network: mlp 4, onnx: m.onnx}|s.yaml:4: teacher.onnx: a teacher is trained here (network",
        "{onnx: m.onnx, objectives: [robust]}|s.yaml:4: teacher.objectives: a teacher is trained here",
        "{foreign: [m.onnx], train: {epochs: 3}}|s.yaml:4: teacher.train: a teacher is trained here",
        "{onnx: m.onnx, nam: big}|teacher.nam: unknown key; did you mean 'name'?",
        "{onnx: m.onnx, scores: temprature}|teacher.scores: no 'temprature'; did you mean 'temperature'?",
        "{onnx: m.onnx, trainedOn: test}|teacher.trainedOn: no 'test'",
        "{onnx: m.onnx, name: a b}|teacher.name: expected letters, digits",
        "{onnx: m.onnx, name: none}|'none' is what tables call a missing teacher",
        "[{onnx: m.onnx}, {scores: m.npy}]|teacher[1].name: two teachers are called 'm'; give one another name",
        "[{name: m}]|teacher[0].onnx: missing; name a model with it, or a teacher's torchscript, scores or ensemble",
        "{onnx: m.onnx, id: key}|teacher.id: only scores has it; leave it out",
        "{onnx: m.onnx, torchscript: m.pt, trust: true}|teacher.torchscript: a teacher has one source",
        "{scores: {test: a.npy}}|teacher.scores.train: missing",
        "{ensemble: [a.onnx]}|teacher.ensemble: expected two teachers or more",
        "{ensemble: [a.onnx, {onx: b.onnx}]}|teacher.ensemble[1].onx: unknown key; did you mean 'onnx'?",
        "{ensemble: [a.onnx, {ensemble: [c.onnx, d.onnx]}]}|teacher.ensemble[1].ensemble: unknown key",
        "{onnx: m.onnx, input: {deviation: [0.5, 0]}}|teacher.input.deviation: expected numbers above 0",
        "{onnx: m.onnx, input: {mean: [0.5], deviation: [0.5, 1]}}|expected 1 numbers, as many as in mean, found 2",
        "{onnx: m.onnx, input: {layout: hwc}}|teacher.input.layout: no 'hwc'",
        "{onnx: m.onnx, output: {kind: logit}}|did you mean 'logits'?",
        "{onnx: m.onnx, output: {classes: [a, b, a]}}|teacher.output.classes[2]: 'a' is given twice; keep one",
        "[]|teacher: the list is empty; name at least one teacher",
      })
  void parse_mistake_isNamedWithItsPlaceAndRemedy(String teacher, String message) {
    assertThatThrownBy(() -> parse(teacher))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("s.yaml:4: teacher");
  }

  @Test
  void readOver_otherTeacher_replacesTheTeachersAndKeepsTheRest(@TempDir Path folder)
      throws IOException {
    Path earlier = Files.writeString(folder.resolve("earlier.yaml"), STUDY.formatted(EVERY_KEY));
    String text =
        """
        name: small
        teacher: {onnx: other.onnx}
        """;
    Path file = Files.writeString(folder.resolve("file.yaml"), text);
    StudyPlan plan = StudyYaml.readOver(file, earlier, Set.of(Role.TEACHER)).plan();
    assertThat(plan.teacher().recipes()).extracting("name").containsExactly("other");
    assertThat(plan.scores()).isEqualTo(ScoreMode.PER_CLASS);
    Files.writeString(file, "name: small\nteacher: {scores: raw}\n");
    StudyPlan raw = StudyYaml.readOver(file, earlier, Set.of(Role.TEACHER)).plan();
    assertThat(raw.teacher()).isEqualTo(StudyYaml.read(earlier).teacher());
    assertThat(raw.scores()).isEqualTo(ScoreMode.RAW);
  }

  @Test
  void readOver_teacherOfAnotherKind_isNotMixedWithTheEarlierOne(@TempDir Path folder)
      throws IOException {
    Path earlier =
        Files.writeString(
            folder.resolve("earlier.yaml"), STUDY.formatted("{network: mlp 4, scores: raw}"));
    Path file =
        Files.writeString(folder.resolve("file.yaml"), "name: small\nteacher: {onnx: m.onnx}\n");
    StudyPlan plan = StudyYaml.readOver(file, earlier, Set.of(Role.TEACHER)).plan();
    assertThat(plan.teacher().recipes()).extracting("name").containsExactly("m");
    assertThat(plan.scores()).isEqualTo(ScoreMode.RAW);
    assertThat(PlanDifferences.between(StudyYaml.read(earlier), "out", plan, Set.of(Role.TEACHER)))
        .contains("teacher.network: mlp 4 in out, not set in the new plan");
  }

  @Test
  void between_otherTeachersFromElsewhere_mayShareADirectory() {
    assertThat(
            PlanDifferences.between(
                parse("[a.onnx, b.onnx]"), "out", parse("{scores: c.npy}"), Set.of(Role.values())))
        .isEmpty();
  }
}
