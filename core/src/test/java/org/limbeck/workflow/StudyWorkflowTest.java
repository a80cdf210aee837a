package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Runs;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StudyDirectory;

class StudyWorkflowTest {
  private static final StudyPlan PLAN = Runs.plan(1, 0L);

  @TempDir private Path folder;

  private Path study() {
    return folder.resolve("study");
  }

  private StudyWorkflow.Result run(StudyPlan plan) {
    return new StudyWorkflow().run(plan, study());
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
        .hasMessageContaining("made by another plan (teacher.train was")
        .hasMessageContaining("choose another directory with -o");
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
  void rebuild_finishedStudy_writesTheSameReport() throws IOException {
    run(PLAN);
    Path report = study().resolve("report.html");
    byte[] before = Files.readAllBytes(report);
    Files.delete(report);
    assertThat(ReportWorkflow.rebuild(study())).isEqualTo(report);
    assertThat(report).hasBinaryContent(before);
  }

  @Test
  void rebuild_noStudy_isRefused() {
    assertThatThrownBy(() -> ReportWorkflow.rebuild(folder))
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
}
