package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.TeacherEffect;
import org.limbeck.plan.PlanExtension;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.ExistingStudy;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudySnapshot;
import org.limbeck.study.StudyListener;

/** A study whose teacher was trained elsewhere: a model that another study exported. */
class ForeignStudyTest {
  private static final String ELSEWHERE =
      """
      name: elsewhere
      data: {source: digits}
      seeds: [5]
      teacher: {network: mlp 16, objectives: [standard], train: {epochs: 2}}
      student: {network: mlp 24, objectives: [standard], train: {epochs: 12}}
      """;

  private static final String STUDY =
      """
      name: foreign
      data: {source: digits}
      seeds: [1, 2]
      teacher: %s
      student: {network: mlp 8, objectives: [standard, robust], alphas: [0.5], train: {epochs: 4}}
      """;

  @TempDir private static Path models;
  @TempDir private Path folder;

  @BeforeAll
  static void exportModel() throws IOException {
    StudyPlan plan = StudyYaml.parse(ELSEWHERE, "elsewhere.yaml", models);
    Path exported = StudyWorkflow.run(plan, models.resolve("elsewhere")).exported().orElseThrow();
    Files.copy(exported, models.resolve("big.onnx"));
    // The same scores, other bytes: an empty string of metadata at the end of the message.
    byte[] model = Files.readAllBytes(exported);
    byte[] other = Arrays.copyOf(model, model.length + 4);
    System.arraycopy(new byte[] {0x32, 0x02, 0x61, 0x62}, 0, other, model.length, 4);
    Files.write(models.resolve("other.onnx"), other);
  }

  private static StudyPlan plan(String teacher) {
    return StudyYaml.parse(STUDY.formatted(teacher), "foreign.yaml", models);
  }

  private static List<Path> runs(Path study) throws IOException {
    try (Stream<Path> runs = Files.list(study.resolve("runs"))) {
      return runs.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Leaderboard.Row row(Leaderboard leaderboard, String label) {
    return leaderboard.rows().stream()
        .filter(row -> row.combination().label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void run_foreignTeacher_isScoredOnceAndTeachesStudentsOfAllSeeds() throws IOException {
    List<String> notes = new ArrayList<>();
    var listener =
        new StudyListener() {
          @Override
          public void onNote(String note) {
            notes.add(note);
          }
        };
    StudyOptions options = StudyOptions.builder().listener(listener).build();
    StudyWorkflow.Result result = StudyWorkflow.run(plan("{onnx: big.onnx}"), folder, options);
    Leaderboard leaderboard = result.leaderboard();
    assertThat(leaderboard.rows())
        .extracting(row -> row.combination().label())
        .containsExactly("big", "big / standard", "big / robust(0.5)", "none / standard");
    RunRecord teacher = row(leaderboard, "big").combination().runs().get(0);
    assertThat(row(leaderboard, "big").combination().runs()).hasSize(1);
    assertThat(row(leaderboard, "big / standard").combination().runs())
        .hasSize(2)
        .allMatch(run -> Objects.requireNonNull(run.spec().teacher()).runId().equals(teacher.id()));
    assertThat(teacher.validation().metrics().accuracy()).isGreaterThan(0.85);
    assertThat(teacher.test().metrics().accuracy()).isGreaterThan(0.85);
    assertThat(teacher.diagnoses()).hasSize(4);
    assertThat(teacher.files()).doesNotContainKey(RunDirectory.WEIGHTS);
    assertThat(notes).anyMatch(note -> note.startsWith("teacher 'big': Which examples it learned"));
    String report = Files.readString(folder.resolve("report.html"));
    assertThat(report)
        .contains("foreign teacher ", "Trained elsewhere: onnx big.onnx (SHA-256 model ")
        .contains("trainedOn: other, training or validation")
        .contains("big: onnx big.onnx");
    assertThat(report).contains("To big / standard");
    assertThat(row(leaderboard, "big / robust(0.5)").difference()).isNotNull();
    assertThat(DiagnosedStudy.of(folder).teachers()).hasSize(1);
    assertThat(StudySnapshot.read(folder).finished()).isTrue();
    assertThat(StudySnapshot.read(folder).runs()).hasSize(7);

    Files.delete(folder.resolve("report.html"));
    ReportWorkflow.write(folder);
    assertThat(folder.resolve("report.html")).hasContent(report);
  }

  @Test
  void run_studentOfAForeignTeacher_hasItOnItsCard() throws IOException {
    String text =
        STUDY
            .formatted("{onnx: big.onnx, trainedOn: %s}")
            .replace("[1, 2]", "[1]")
            .replace("alphas: [0.5]", "alphas: [0.5], baseline: false");
    StudyWorkflow.run(StudyYaml.parse(text.formatted("unknown"), "s.yaml", models), folder);
    List<Path> before = runs(folder);
    assertThat(Files.readString(folder.resolve("student.md")))
        .contains("- Teacher: `big`, trained elsewhere: onnx big.onnx, SHA-256 of model `")
        .contains("It may have learned from: not known");
    StudyWorkflow.run(StudyYaml.parse(text.formatted("validation"), "s.yaml", models), folder);
    assertThat(Files.readString(folder.resolve("student.md")))
        .contains("It may have learned from: the training and validation examples");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("It learned from examples of validation: its scores there are too good.");
    assertThat(runs(folder)).isEqualTo(before);
  }

  @Test
  void run_anotherTeacherAdded_extendsTheStudyAndKeepsItsRuns() throws IOException {
    StudyWorkflow.run(plan("{onnx: big.onnx, trainedOn: other}"), folder);
    List<Path> before = runs(folder);
    StudyPlan more = plan("[{onnx: big.onnx, trainedOn: training}, {onnx: other.onnx}]");
    assertThat(ExistingStudy.extension(folder, more))
        .contains(new PlanExtension(List.of("teacher other"), List.of()));
    Leaderboard leaderboard = StudyWorkflow.run(more, folder).leaderboard();
    assertThat(runs(folder)).containsAll(before).hasSize(before.size() + 5);
    assertThat(row(leaderboard, "other").combination().runs().get(0).test())
        .isEqualTo(row(leaderboard, "big").combination().runs().get(0).test());
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("It learned from examples of training, not of validation");
    assertThat(StudyDirectory.readPlan(folder)).isEqualTo(more);
  }

  @Test
  void run_fileWithOtherContentUnderTheSameName_isAnotherTeacher() throws IOException {
    Path model = Files.copy(models.resolve("big.onnx"), folder.resolve("m.onnx"));
    StudyPlan plan = plan("{onnx: " + model + "}");
    Path study = folder.resolve("study");
    StudyWorkflow.run(plan, study);
    int before = runs(study).size();
    Files.write(model, Files.readAllBytes(models.resolve("other.onnx")));
    StudyWorkflow.run(plan, study);
    assertThat(runs(study)).hasSize(before + 5);
    Path renamed = Files.move(model, folder.resolve("renamed.onnx"));
    StudyWorkflow.run(plan("{onnx: " + renamed + ", name: m}"), study);
    assertThat(runs(study)).hasSize(before + 5);
  }

  @Test
  void run_foreignTeacherOfSeveralSplits_countsAsOneTeacher() {
    StudyPlan plan = plan("{onnx: big.onnx}");
    StudyPlan each = plan.withData(plan.data().toBuilder().splitSeed(null).build());
    GoodTeacher answer = GoodTeacher.of(StudyWorkflow.run(each, folder).leaderboard().runs());
    assertThat(answer.effects()).hasSize(4);
    assertThat(answer.effects().stream().map(TeacherEffect::teacherRun).distinct()).hasSize(2);
    assertThat(answer.all().orElseThrow().clusters()).isEqualTo(1);
  }

  @Test
  void run_unusableRequest_isRefusedBeforeAnythingIsTrained() throws IOException {
    OnnxMl.ModelProto silent =
        OnnxMl.ModelProto.parseFrom(Files.readAllBytes(models.resolve("big.onnx"))).toBuilder()
            .clearMetadataProps()
            .build();
    Files.write(models.resolve("silent.onnx"), silent.toByteArray());
    assertThatThrownBy(() -> StudyWorkflow.run(plan("{onnx: missing.onnx}"), folder))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("teacher 'missing': " + models.resolve("missing.onnx"))
        .hasMessageContaining("no such file");
    assertThatThrownBy(
            () -> StudyWorkflow.run(plan("{onnx: silent.onnx, scores: uncosted}"), folder))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("teacher.scores: uncosted scores are")
        .hasMessageContaining("use scores: temperature");
  }
}
