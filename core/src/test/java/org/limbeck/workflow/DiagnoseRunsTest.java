package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Runs;
import org.limbeck.data.DecodingListener;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.plan.Role;
import org.limbeck.report.HtmlReport;
import org.limbeck.report.table.DiagnosisSentences;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.workflow.scored.ScoredExamples;

/** What a real study leaves, diagnosed. */
class DiagnoseRunsTest {
  @TempDir private static Path folder = Path.of("");

  private static Path study() {
    return folder.resolve("study");
  }

  @BeforeAll
  static void train() {
    StudyWorkflow.run(Runs.plan(2, 0L, 1L), study());
  }

  private static Stream<RunRecord> runs(Role role) {
    return StudyDirectory.readRecord(study()).orElseThrow().runs().stream()
        .map(id -> new RunDirectory(study(), id).finished().orElseThrow())
        .filter(run -> run.spec().role() == role);
  }

  private static RunRecord run(Role role) {
    return runs(role)
        .filter(run -> run.spec().recipe().label().equals("balanced"))
        .findFirst()
        .orElseThrow();
  }

  private static Path directory(RunRecord run) {
    return study().resolve("runs").resolve(run.id());
  }

  @Test
  void run_teacher_agreesWithItsRecordWhereNothingIsFitted() {
    RunRecord teacher = run(Role.TEACHER);
    DiagnosedScores result = Diagnose.run(directory(teacher));
    assertThat(result.title()).startsWith("teacher balanced, seed 0 of digits (");
    ModeDiagnosis uncosted = result.diagnosis().mode(ScoreMode.UNCOSTED);
    assertThat(uncosted.worstGap())
        .isCloseTo(
            Objects.requireNonNull(
                teacher.diagnosis(ScoreMode.UNCOSTED).measured().worstClassCalibrationGap()),
            within(1e-9));
    assertThat(result.diagnosis().predictions().accuracy())
        .isCloseTo(teacher.validation().metrics().accuracy(), within(1e-12));
  }

  @Test
  void report_teachers_haveTheNumbersOfTheirDiagnoses() throws IOException {
    Document report = Jsoup.parse(Files.readString(study().resolve(HtmlReport.FILE)));
    Elements articles = report.select("#teachers article");
    List<DiagnosedStudy.Teacher> drawn =
        Diagnose.study(study()).teachers().stream().filter(one -> one.seed() == 0).toList();
    assertThat(articles).hasSameSizeAs(drawn);
    for (int i = 0; i < drawn.size(); i++) {
      List<Double> gaps =
          drawn.get(i).scores().diagnosis().modes().stream().map(ModeDiagnosis::worstGap).toList();
      assertThat(articles.get(i).select("tbody td:nth-child(2)").eachAttr("data-value"))
          .map(Double::valueOf)
          .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-12 ? 0 : 1)
          .isEqualTo(gaps);
      assertThat(articles.get(i).select("caption").text()).contains(DiagnosisSentences.ESTIMATOR);
    }
  }

  @Test
  void run_student_isDiagnosedFromItsPredictions() {
    RunRecord student = run(Role.STUDENT);
    DiagnosedScores result = Diagnose.run(directory(student));
    assertThat(result.title()).startsWith("student balanced of teacher");
    assertThat(result.diagnosis().predictions().accuracy())
        .isCloseTo(student.validation().metrics().accuracy(), within(1e-12));
    assertThat(result.diagnosis().verdict().modes().get(0).worstGap())
        .isNotEqualTo(result.diagnosis().verdict().modes().get(1).worstGap());
  }

  @Test
  void study_teachers_areComparedOverSeeds() {
    DiagnosedStudy diagnosed = Diagnose.study(study());
    assertThat(diagnosed.teachers())
        .extracting(DiagnosedStudy.Teacher::objective)
        .containsExactlyInAnyOrder("standard", "balanced", "standard", "balanced");
    assertThat(diagnosed.sentences().get(0)).contains("(2 seeds)", "95 % interval");
  }

  @Test
  void onnx_exportedStudent_hasTheCostsOfItsRun() throws IOException {
    Path plan = study().resolve(StudyDirectory.PLAN);
    ScoredExamples data = ScoredExamples.ofStudy(plan, OptionalLong.empty(), DecodingListener.NONE);
    var options =
        new Diagnose.Options(
            Optional.empty(), Optional.empty(), Optional.of(data), Optional.empty());
    DiagnosedScores result = Diagnose.onnx(study().resolve("student.onnx"), options);
    assertThat(result.notes())
        .anyMatch(note -> note.contains("training costs: from the model file"))
        .anyMatch(note -> note.contains("output 'logits'"));
    double brier = result.diagnosis().mode(ScoreMode.UNCOSTED).measured().brier();
    assertThat(runs(Role.STUDENT).map(run -> Diagnose.run(directory(run))))
        .extracting(one -> one.diagnosis().mode(ScoreMode.UNCOSTED).measured().brier())
        .anySatisfy(ofRun -> assertThat(ofRun).isCloseTo(brier, within(1e-5)));
  }

  @Test
  void onnx_dataCutInAnotherWay_saysSo() throws IOException {
    String plan = Files.readString(study().resolve(StudyDirectory.PLAN));
    assertThat(plan).contains("splitSeed: 0");
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, plan.replace("splitSeed: 0", "splitSeed: 5"));
    ScoredExamples data =
        ScoredExamples.ofStudy(other, OptionalLong.empty(), DecodingListener.NONE);
    var options =
        new Diagnose.Options(
            Optional.empty(), Optional.empty(), Optional.of(data), Optional.empty());
    DiagnosedScores result = Diagnose.onnx(study().resolve("student.onnx"), options);
    assertThat(result.notes())
        .anyMatch(note -> note.contains("the model was trained on other splits (fingerprint"));
  }

  @Test
  void onnx_notAModel_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text.onnx"), "no model");
    ScoredExamples data =
        ScoredExamples.ofStudy(
            study().resolve(StudyDirectory.PLAN), OptionalLong.empty(), DecodingListener.NONE);
    var options =
        new Diagnose.Options(
            Optional.empty(), Optional.empty(), Optional.of(data), Optional.empty());
    assertThatThrownBy(() -> Diagnose.onnx(file, options))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("text.onnx: ONNX Runtime does not load it");
  }

  @Test
  void onnx_dataOfAnotherShape_isRefused() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "class,a\nx,1\ny,2\nx,3\ny,4\n");
    var options =
        new Diagnose.Options(
            Optional.empty(),
            Optional.empty(),
            Optional.of(ScoredExamples.ofCsv(rows, "class")),
            Optional.empty());
    assertThatThrownBy(() -> Diagnose.onnx(study().resolve("student.onnx"), options))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "its input is 'input' (float [-1, 1, 8, 8]), an example has shape [1]");
  }

  @Test
  void run_elsewhereOrDamaged_isRefused() throws IOException {
    assertThatThrownBy(() -> Diagnose.run(folder))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("not a run of a study");
    assertThatThrownBy(() -> Diagnose.run(study().resolve("runs").resolve("0")))
        .hasMessageContaining("no finished run, or a file of it is damaged");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> Diagnose.study(empty)).hasMessageContaining("no finished study");
  }
}
