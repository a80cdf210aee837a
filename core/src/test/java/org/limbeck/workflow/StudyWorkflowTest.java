package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Runs;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.ExistingStudy;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StudyDirectory;
import org.limbeck.study.StudyListener;

class StudyWorkflowTest {
  private static final StudyPlan PLAN = Runs.plan(1, 0L);

  @TempDir private Path folder;

  private Path study() {
    return folder.resolve("study");
  }

  private StudyWorkflow.Result run(StudyPlan plan) {
    return StudyWorkflow.run(plan, study());
  }

  private static StudyPlan withFloor(double floor) {
    return PLAN.toBuilder().selection(new SelectionPlan(floor, null)).build();
  }

  @Test
  void run_again_leavesTheExportAsItIs() throws IOException {
    Path model = run(PLAN).exported().orElseThrow();
    FileTime before = Files.getLastModifiedTime(model);
    assertThat(run(PLAN).exported()).contains(model);
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(before);
  }

  @Test
  void run_exportDeleted_isExportedAgain() throws IOException {
    Path model = run(PLAN).exported().orElseThrow();
    byte[] before = Files.readAllBytes(model);
    Files.delete(model);
    run(PLAN);
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void run_floorOutOfReach_selectsNothingAndLeavesNoModel() {
    Path model = run(PLAN).exported().orElseThrow();
    StudyWorkflow.Result result = run(withFloor(1));
    assertThat(result.exported()).isEmpty();
    assertThat(result.leaderboard().selected()).isEmpty();
    assertThat(model).doesNotExist();
  }

  @Test
  void run_directoryOfAnotherPlan_isRefusedNamingTheKey() {
    run(PLAN);
    StudyPlan other = Runs.plan(2, 0L);
    assertThatThrownBy(() -> run(other))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            """
            %1$s: its runs were made with other values of these keys:
              teacher.train.epochs: 1 in %1$s, 2 in the new plan
              student.train.epochs: 1 in %1$s, 2 in the new plan
            put them back, choose another directory with -o, or delete this one"""
                .formatted(study()));
  }

  @Test
  void run_afterAPlanThatTrainedNothing_isNotBoundByIt() throws IOException {
    StudyPlan fast = withRate(1e38);
    assertThatThrownBy(() -> run(fast)).hasMessageContaining("the loss is not finite");
    assertThat(run(PLAN).exported()).isPresent();
    assertThat(StudyDirectory.readPlan(study())).isEqualTo(PLAN);
  }

  @Test
  void run_afterABatchThatNoMemoryHolds_isNotBoundByIt() throws IOException {
    StudyPlan huge = changed("batchSize: 64", "batchSize: 2147483647");
    assertThatThrownBy(() -> run(huge)).isInstanceOf(LimbeckException.class);
    assertThat(run(corrected()).exported()).isPresent();
    assertThat(StudyDirectory.readPlan(study())).isEqualTo(PLAN);
  }

  @Test
  void run_afterStudentsThatDiverged_bindsTheTeachersAlone() throws IOException {
    StudyPlan fast = PLAN.toBuilder().student(withRate(1e38).student()).build();
    assertThatThrownBy(() -> run(fast)).hasMessageContaining("the loss is not finite");
    List<Path> trained = runs();
    assertThat(trained).isNotEmpty();
    StudyPlan otherTeacher = Runs.plan(2, 0L);
    assertThatThrownBy(() -> run(otherTeacher))
        .hasMessageContaining("teacher.train.epochs: 1 in")
        .hasMessageNotContaining("student.train");
    assertThat(run(corrected()).exported()).isPresent();
    assertThat(StudyDirectory.readPlan(study())).isEqualTo(PLAN);
    assertThat(runs()).containsAll(trained).hasSize(8);
    StudyPlan otherStudent = PLAN.toBuilder().student(otherTeacher.student()).build();
    assertThatThrownBy(() -> run(otherStudent)).hasMessageContaining("student.train.epochs");
  }

  /** The usual plan as a file that is read for the directory. */
  private StudyPlan corrected() throws IOException {
    String text = StudyYaml.write(PLAN);
    return ExistingStudy.read(Files.writeString(folder.resolve("new.yaml"), text), study()).plan();
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(study().resolve("runs"))) {
      return runs.filter(run -> Files.exists(run.resolve("run.json"))).toList();
    }
  }

  private static StudyPlan withRate(double rate) {
    String slow =
        "learningRate: "
            + PLAN.teacher().trained().orElseThrow().train().optimiser().learningRate();
    return changed(slow, "learningRate: " + rate);
  }

  private static StudyPlan changed(String old, String changed) {
    String text = StudyYaml.write(PLAN).replace(old, changed);
    return StudyYaml.parse(text, "changed.yaml", Path.of(""));
  }

  @Test
  void run_directoryOfANewerFormat_isRefused() throws IOException {
    run(PLAN);
    Path record = study().resolve(StudyDirectory.RECORD);
    String text = Files.readString(record);
    Files.writeString(
        record,
        text.replace("\"formatVersion\" : " + RunSpec.FORMAT_VERSION, "\"formatVersion\" : 99"));
    assertThatThrownBy(() -> run(PLAN)).hasMessageContaining("written by a newer Limbeck");
  }

  @Test
  void run_directoryWithSomethingElse_isRefusedAndUntouched() throws IOException {
    Files.createDirectories(study());
    Path letter = Files.writeString(study().resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> run(PLAN)).hasMessageContaining("not empty and not a study's");
    assertThat(study()).isDirectoryContaining(letter::equals);
    try (var entries = Files.list(study())) {
      assertThat(entries).containsExactly(letter);
    }
  }

  @Test
  void run_directoryThatIsAFile_isRefused() throws IOException {
    Files.writeString(study(), "no folder");
    assertThatThrownBy(() -> run(PLAN))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void run_directoryInUse_isRefused() {
    try (StudyDirectory held = StudyDirectory.open(study(), PLAN)) {
      assertThat(held.folder()).isEqualTo(study());
      assertThatThrownBy(() -> run(PLAN)).hasMessageContaining("another limbeck is at work");
    }
  }

  @Test
  void report_finishedStudy_writesTheSameReport() throws IOException {
    run(PLAN);
    Path report = study().resolve("report.html");
    byte[] before = Files.readAllBytes(report);
    Files.delete(report);
    assertThat(ReportWorkflow.write(study()).file()).isEqualTo(report);
    assertThat(report).hasBinaryContent(before);
  }

  @Test
  void report_noStudy_isRefused() {
    assertThatThrownBy(() -> ReportWorkflow.write(folder))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("not a study's directory");
  }

  @Test
  void run_dataThatCannotBeCut_leavesNoDirectory() {
    var steep = new LongTail(5000, LongTail.Order.LABEL);
    var bad = PLAN.withData(DataPlan.of("digits", steep));
    assertThatThrownBy(() -> run(bad)).hasMessageContaining("data.longTail.ratio");
    assertThat(study()).doesNotExist();
  }

  @Test
  void run_afterAKillAtTheVeryBeginning_goesOn() throws IOException {
    Files.createDirectories(study());
    Files.writeString(study().resolve(".limbeck.lock"), "");
    Files.writeString(study().resolve("study.yaml.tmp"), "name: t");
    assertThat(run(PLAN).exported()).isPresent();
  }

  @Test
  void run_always_savesWhichExamplesAreInWhichSplit() throws IOException {
    run(PLAN);
    try (var files = Files.list(study())) {
      Path split =
          files.filter(file -> file.toString().contains("split-")).findFirst().orElseThrow();
      assertThat(Files.readAllLines(split)).hasSize(1 + 785 + 956 + 1797).contains("test,1796");
    }
  }

  @Test
  void run_listenerThatThrows_finishesAndReportsItOnce() {
    List<String> warnings = new ArrayList<>();
    List<String> finished = Collections.synchronizedList(new ArrayList<>());
    var broken =
        new StudyListener() {
          @Override
          public void onProgress(RunSpec spec, double work) {
            throw new IllegalStateException("no connection");
          }

          @Override
          public void onFinished(RunRecord run) {
            finished.add(run.id());
          }
        };
    StudyOptions options = StudyOptions.builder().listener(broken).warnings(warnings::add).build();
    assertThat(StudyWorkflow.run(PLAN, study(), options).exported()).isPresent();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("no connection", "the study continues");
    assertThat(finished).hasSize(8);
  }

  @Test
  void options_noCores_areRefused() {
    StudyOptions.Builder none = StudyOptions.builder().cores(0);
    assertThatThrownBy(none::build).hasMessage("cores: expected 1 or more, found 0");
  }
}
