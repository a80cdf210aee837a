package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.compare.CheapFront;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Runs;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.Split;
import org.limbeck.metric.Interval;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StoredPredictions;
import org.limbeck.store.Weights;
import org.limbeck.train.Evaluation;
import org.limbeck.train.Predictions;

class PostHocStudyTest {
  private static final double DELTA = 0.3;

  @TempDir private Path folder;

  private StudyRunner.Outcome run() {
    return run(StudyListener.NONE);
  }

  private StudyRunner.Outcome run(StudyListener listener) {
    return new StudyRunner(new LocalLauncher(2), listener, () -> false).run(shifted(), folder);
  }

  private static StudyPlan shifted() {
    StudyPlan plan = Runs.plan(3, 0L, 1L);
    return plan.toBuilder().student(plan.student().withPostShift(List.of(DELTA))).build();
  }

  @Test
  void new_trainedRunThatIsGone_namesItAndTheRemedy() {
    RunTask task =
        new StudyRuns(shifted())
            .tasks().stream().filter(t -> !t.trains()).findFirst().orElseThrow();
    assertThatThrownBy(() -> new PostHocRun(folder, task))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            task.trainedId() + ": the run is missing, damaged or altered; run limbeck");
  }

  private static boolean isShifted(RunRecord run) {
    return run.spec().recipe().postHoc().rule() == PostHocOptions.Rule.POST_SHIFT;
  }

  @Test
  void run_postShiftOfEveryStudent_predictsWhatTheChangedNetworkDoes() {
    StudyRunner.Outcome outcome = run();
    List<RunRecord> shifted = outcome.runs().stream().filter(PostHocStudyTest::isShifted).toList();
    assertThat(shifted).hasSize(2 * 2 * 3);
    for (RunRecord run : shifted) {
      if (run.spec().seed() == 0) {
        var directory = new RunDirectory(folder, run.id());
        var network =
            NetworkDescription.of(
                Runs.plan(3, 0L).student().network(),
                outcome.exportData().shape(),
                outcome.exportData().classes(),
                outcome.exportData().normalisation());
        Predictions computed =
            Evaluation.of(
                network,
                Weights.read(directory.file(RunDirectory.WEIGHTS), network),
                outcome.exportData(),
                Split.TEST);
        Predictions stored = StoredPredictions.read(directory, outcome.exportData(), Split.TEST);
        assertThat(stored.probabilities())
            .usingComparatorWithPrecision(1e-5f)
            .containsExactly(computed.probabilities());
      }
    }
  }

  @Test
  void run_postShift_countsAsWork() {
    var toDo = new DoubleAdder();
    var done = new DoubleAdder();
    run(
        new StudyListener() {
          @Override
          public void onBegin(int runs, int finished, double work) {
            toDo.add(work);
          }

          @Override
          public void onProgress(RunSpec spec, double work) {
            done.add(work);
          }
        });
    assertThat(done.sum()).isCloseTo(toDo.sum(), within(1e-6)).isGreaterThan(12 * 50.0);
  }

  @Test
  void cheapFront_ofAStudy_setsEachStudentAgainstItsShift() {
    StudyRunner.Outcome outcome = run();
    var leaderboard = Leaderboard.of(outcome.runs(), SelectionPlan.DEFAULT);
    var cheap = CheapFront.of(leaderboard, SelectionPlan.DEFAULT);
    assertThat(cheap.shifts().stream().map(shift -> shift.trained().combination().label()))
        .containsExactly(
            "standard / standard",
            "standard / balanced",
            "standard / robust(0.5)",
            "balanced / standard",
            "balanced / balanced",
            "balanced / robust(0.5)");
    for (CheapFront.Shift shift : cheap.shifts()) {
      double gain =
          shift.shifted().of(SplitMetric.WORST_CLASS_ACCURACY).mean()
              - shift.trained().of(SplitMetric.WORST_CLASS_ACCURACY).mean();
      assertThat(shift.gain().mean()).isCloseTo(gain, within(1e-12));
    }
    assertThat(cheap.front())
        .isNotEmpty()
        .allMatch(row -> isShifted(row.combination().runs().get(0)));
    CheapFront.Answer answer = Objects.requireNonNull(cheap.answer());
    assertThat(answer.cheap().combination().label()).endsWith("standard+post-shift(0.3)");
    Interval gain = answer.gain();
    assertThat(gain.low()).isNotNull().isLessThan(gain.mean());
  }

  @Test
  void cheapFront_withoutShifts_isEmpty() {
    List<RunRecord> trained = run().runs().stream().filter(run -> !isShifted(run)).toList();
    var leaderboard = Leaderboard.of(trained, SelectionPlan.DEFAULT);
    var cheap = CheapFront.of(leaderboard, SelectionPlan.DEFAULT);
    assertThat(cheap.shifts()).isEmpty();
    assertThat(cheap.front()).isEmpty();
    assertThat(cheap.answer()).isNull();
  }

  @Test
  void read_predictionsWithALineLess_namesFileAndRemedy() throws IOException {
    StudyRunner.Outcome outcome = run();
    var directory = new RunDirectory(folder, outcome.runs().get(0).id());
    Path file = directory.file(RunDirectory.PREDICTIONS);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertThatThrownBy(() -> StoredPredictions.read(directory, outcome.exportData(), Split.TEST))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(RunDirectory.PREDICTIONS)
        .hasMessageContaining("run limbeck study again");
  }
}
