package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Runs;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.ValidationParts.Part;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StudySnapshot;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainingStoppedException;
import org.limbeck.workflow.StudyOptions;
import org.limbeck.workflow.StudyWorkflow;

/** Studies in which few examples judge a class, so that the parts of validation change roles. */
class SwappedStudyTest {
  private static final DataPlan FEW =
      DataPlan.builder("digits").validation(ValidationFrom.TRAIN, 0.02).build();

  @TempDir private Path folder;

  private static StudyPlan plan(DataPlan data, ScoreMode scores) {
    return Runs.plan(2, 0L).toBuilder().data(data).scores(scores).build();
  }

  private static long second(StudyRuns runs) {
    return runs.tasks().stream().filter(task -> task.spec().swapsParts()).count();
  }

  @Test
  void tasks_fewJudgingExamples_trainWhatIsDrivenAgainAndSaySo() {
    var raw = new StudyRuns(plan(FEW, ScoreMode.RAW));
    assertThat(second(raw)).isEqualTo(2); // robust of each teacher; the others see no validation
    assertThat(raw.notes()).anyMatch(note -> note.contains("2 more trainings"));
    var calibrated = new StudyRuns(plan(FEW, ScoreMode.TEMPERATURE));
    assertThat(second(calibrated)).isEqualTo(6);
  }

  @Test
  void tasks_enoughJudgingExamples_trainOnce() {
    var runs = new StudyRuns(Runs.plan(2, 0L));
    assertThat(second(runs)).isZero();
    assertThat(runs.notes()).noneMatch(note -> note.contains("more"));
  }

  @Test
  void tasks_allOfValidationShared_driveWithAllOfIt() {
    DataPlan shared = FEW.toBuilder().judge(null).build();
    var runs = new StudyRuns(plan(shared, ScoreMode.TEMPERATURE));
    assertThat(runs.tasks()).allMatch(task -> task.spec().driving() == null);
    assertThat(runs.tasks()).hasSize(8);
  }

  @Test
  void new_nothingJudges_isRefusedWhereSomethingIsDriven() {
    DataPlan none = FEW.toBuilder().judge(0.0).build();
    assertThatThrownBy(() -> new StudyRuns(plan(none, ScoreMode.RAW)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "data.validation.judge: 0, but validation drives student 'robust(0.5)'")
        .hasMessageContaining("its multipliers follow class risks on validation");
    StudyPlan plan = plan(none, ScoreMode.RAW);
    StudyPlan still =
        plan.toBuilder()
            .student(plan.student().toBuilder().objectives(List.of("standard")).build())
            .build();
    assertThat(new StudyRuns(still).tasks()).allMatch(task -> task.spec().driving() == null);
  }

  /** A class with one validation example has none that judges. */
  @Test
  void notes_classWithOneValidationExample_isNamed() {
    DataPlan poor = DataPlan.builder("digits").validation(ValidationFrom.TRAIN, 0.0039).build();
    var runs = new StudyRuns(plan(poor, ScoreMode.RAW));
    int[] counts = runs.dataset(0).classCounts(Split.VALIDATION);
    assertThat(counts).contains(1);
    assertThat(runs.notes())
        .anyMatch(
            note ->
                note.contains("no example that judges")
                    && note.endsWith("has one validation example, which drives."));
  }

  @Test
  void run_stoppedInSecondTrainings_resumesToTheSameBytes(@TempDir Path whole) throws IOException {
    StudyPlan plan = plan(FEW, ScoreMode.TEMPERATURE);
    var undisturbed = new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false);
    List<RunRecord> expected = undisturbed.run(plan, whole).runs();
    var swapped = new AtomicInteger();
    var listener =
        new StudyListener() {
          @Override
          public void onEpoch(RunSpec spec, EpochRecord epoch) {
            if (spec.swapsParts()) {
              swapped.incrementAndGet();
            }
          }
        };
    var stopped = new StudyRunner(new LocalLauncher(1), listener, () -> swapped.get() >= 5);
    assertThatThrownBy(() -> stopped.run(plan, folder))
        .isInstanceOf(TrainingStoppedException.class);
    List<RunRecord> resumed = undisturbed.run(plan, folder).runs();
    assertThat(resumed.stream().map(RunRecord::judged).toList())
        .isEqualTo(expected.stream().map(RunRecord::judged).toList());
    assertThat(resumed).anyMatch(run -> run.spec().swapsParts());
    for (RunTask task : new StudyRuns(plan).tasks()) {
      for (String name :
          List.of(
              RunDirectory.WEIGHTS,
              RunDirectory.PREDICTIONS,
              RunDirectory.VALIDATION_PREDICTIONS)) {
        assertThat(new RunDirectory(folder, task.id()).file(name))
            .hasSameBinaryContentAs(new RunDirectory(whole, task.id()).file(name));
      }
    }
  }

  @Test
  void run_fewJudgingExamples_judgesAllByBothPartsAndShipsTheFirstTraining() {
    StudyPlan plan = plan(FEW, ScoreMode.RAW);
    StudyWorkflow.Result result =
        StudyWorkflow.run(
            plan, folder, StudyOptions.builder().parallelism(Parallelism.of(1, 1)).build());
    Leaderboard leaderboard = result.leaderboard();
    assertThat(leaderboard.secondTrainings()).isEqualTo(2);
    assertThat(leaderboard.runs()).noneMatch(run -> run.spec().swapsParts());
    int[] parts = new int[10];
    var data = new StudyRuns(plan).dataset(0);
    for (Part part : Part.values()) {
      int[] counts =
          data.validation().select(data.parts().orElseThrow().rows(part)).classCounts(10);
      for (int y = 0; y < 10; y++) {
        parts[y] += counts[y];
      }
    }
    Set<List<Integer>> judging =
        leaderboard.students().stream()
            .map(row -> row.combination().judged().get(0).classes().examples())
            .collect(Collectors.toSet());
    assertThat(judging).hasSize(1);
    assertThat(judging.iterator().next())
        .containsExactlyElementsOf(Arrays.stream(parts).boxed().toList());
    assertThat(StudySnapshot.read(folder).finished()).isTrue();
    RunRecord selected = leaderboard.selected().orElseThrow().run(SelectionPlan.DEFAULT);
    assertThat(selected.spec().swapsParts()).isFalse();
  }
}
