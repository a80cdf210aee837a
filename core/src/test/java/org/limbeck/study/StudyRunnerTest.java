package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.LeaderboardCsv;
import org.limbeck.compare.Runs;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.History;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainingStoppedException;

class StudyRunnerTest {
  @TempDir private Path folder;

  /** Counts what it hears. */
  private static final class Heard implements StudyListener {
    private final List<String> damaged = new ArrayList<>();
    private final AtomicInteger epochs = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final DoubleAdder done = new DoubleAdder();
    private int found;
    private double toDo;

    @Override
    public void onBegin(int runs, int finishedBefore, double work) {
      found = finishedBefore;
      toDo = work;
    }

    @Override
    public void onResume(RunSpec spec, double work) {
      done.add(work);
    }

    @Override
    public void onProgress(RunSpec spec, double work) {
      done.add(work);
    }

    @Override
    public void onDamaged(String runId) {
      damaged.add(runId);
    }

    @Override
    public void onEpoch(RunSpec spec, EpochRecord epoch) {
      epochs.incrementAndGet();
    }

    @Override
    public void onFinished(RunRecord run) {
      finished.incrementAndGet();
    }
  }

  private StudyRunner.Outcome run(StudyPlan plan, StudyListener listener) {
    return new StudyRunner(new LocalLauncher(2), listener, () -> false).run(plan, folder);
  }

  private static String leaderboard(StudyRunner.Outcome outcome) {
    return LeaderboardCsv.of(Leaderboard.of(outcome.runs(), SelectionPlan.DEFAULT));
  }

  @Test
  void run_again_trainsNothingAndSaysTheSame() {
    StudyPlan plan = Runs.plan(2, 0L, 1L);
    var first = new Heard();
    String table = leaderboard(run(plan, first));
    assertThat(first.finished).hasValue(2 * 2 * 4);
    assertThat(first.epochs).hasValue(2 * 2 * 4 * 2);
    var second = new Heard();
    assertThat(leaderboard(run(plan, second))).isEqualTo(table);
    assertThat(second.found).isEqualTo(16);
    assertThat(second.epochs).hasValue(0);
  }

  @Test
  void run_baseline_isTrainedOnceForEachSeedWithoutATeacher() {
    StudyPlan plan = Runs.plan(1, 0L, 1L).toBuilder().baseline(true).build();
    List<RunRecord> runs = run(plan, StudyListener.NONE).runs();
    assertThat(runs).hasSize(2 * (2 * 4 + 1));
    assertThat(runs.stream().filter(run -> run.spec().role() == Role.STUDENT))
        .filteredOn(run -> run.spec().teacher() == null)
        .extracting(run -> run.spec().seed())
        .containsExactly(0L, 1L);
    Leaderboard.Row row = Leaderboard.of(runs, SelectionPlan.DEFAULT).baseline().orElseThrow();
    assertThat(row.combination().label()).isEqualTo("none / standard");
    assertThat(row.front().share()).isNotNull();
    assertThat(row.difference()).isNotNull();
  }

  @Test
  void run_moreSeeds_trainsOnlyThose() {
    run(Runs.plan(1, 0L), StudyListener.NONE);
    var heard = new Heard();
    run(Runs.plan(1, 0L, 1L), heard);
    assertThat(heard.found).isEqualTo(8);
    assertThat(heard.finished).hasValue(8);
  }

  @Test
  void run_stoppedOnTheWay_goesOnToTheSameBytes(@TempDir Path whole) throws IOException {
    StudyPlan plan = Runs.plan(4, 0L);
    new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false).run(plan, whole);

    var heard = new Heard();
    var stopped = new StudyRunner(new LocalLauncher(1), heard, () -> heard.epochs.get() >= 10);
    assertThatThrownBy(() -> stopped.run(plan, folder))
        .isInstanceOf(TrainingStoppedException.class);
    StudyRunner.Outcome resumed = run(plan, StudyListener.NONE);
    for (RunRecord run : resumed.runs()) {
      for (String name : List.of(RunDirectory.WEIGHTS, RunDirectory.PREDICTIONS)) {
        assertThat(new RunDirectory(folder, run.id()).file(name))
            .hasSameBinaryContentAs(new RunDirectory(whole, run.id()).file(name));
      }
    }
  }

  @Test
  void run_alteredFile_doesThatRunAgainAndKeepsTheRest() throws IOException {
    StudyPlan plan = Runs.plan(1, 0L);
    StudyRunner.Outcome outcome = run(plan, StudyListener.NONE);
    String table = leaderboard(outcome);
    RunRecord victim = outcome.runs().get(2);
    Path weights = new RunDirectory(folder, victim.id()).file(RunDirectory.WEIGHTS);
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    var heard = new Heard();
    assertThat(leaderboard(run(plan, heard))).isEqualTo(table);
    assertThat(heard.damaged).containsExactly(victim.id());
    assertThat(heard.finished).hasValue(1);
  }

  @Test
  void run_truncatedCheckpoint_startsThatRunAgain() throws IOException {
    StudyPlan plan = Runs.plan(2, 0L);
    String id = new StudyRuns(plan).tasks().get(0).spec().id();
    Path partial = Files.createDirectories(folder.resolve("runs").resolve(id + ".partial"));
    Files.write(partial.resolve(RunDirectory.CHECKPOINT), new byte[] {1, 2, 3});
    var heard = new Heard();
    run(plan, heard);
    assertThat(heard.epochs).hasValue(2 * 4 * 2);
    // 2 epochs of 8 runs, each too small to weigh more than another.
    assertThat(heard.toDo).isEqualTo(16);
    assertThat(heard.done.sum()).isCloseTo(16, within(1e-9));
  }

  @Test
  void run_recordOfNewerFormat_isRefused() throws IOException {
    StudyPlan plan = Runs.plan(1, 0L);
    RunRecord run = run(plan, StudyListener.NONE).runs().get(0);
    Path record = new RunDirectory(folder, run.id()).file(RunDirectory.RECORD);
    String text = Files.readString(record);
    Files.writeString(
        record,
        text.replace("\"formatVersion\" : " + RunSpec.FORMAT_VERSION, "\"formatVersion\" : 99"));
    assertThatThrownBy(() -> run(plan, StudyListener.NONE))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("written by a newer Limbeck (format 99");
  }

  @Test
  void record_read_isWhatWasWritten() throws IOException {
    RunRecord run = run(Runs.plan(1, 0L), StudyListener.NONE).runs().get(0);
    Path file = new RunDirectory(folder, run.id()).file(RunDirectory.RECORD);
    RunRecord read = Json.read(Files.readString(file), RunRecord.class);
    assertThat(read).isEqualTo(run);
    assertThat(read.intact()).isTrue();
    assertThat(read.diagnosis(ScoreMode.TEMPERATURE).calibration().classes()).isEqualTo(10);
    Path history = new RunDirectory(folder, run.id()).file(RunDirectory.HISTORY);
    assertThat(History.read(history)).hasSize(1);
    assertThat(Arrays.stream(History.read(history).get(0).multipliers()).sum())
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void id_anyPartChanged_isAnother() {
    RunSpec spec = new StudyRuns(Runs.plan(2, 0L)).tasks().get(0).spec();
    RunSpec other = new StudyRuns(Runs.plan(3, 0L)).tasks().get(0).spec();
    RunSpec seed = new StudyRuns(Runs.plan(2, 1L)).tasks().get(0).spec();
    assertThat(spec.id()).hasSize(16).isNotEqualTo(other.id()).isNotEqualTo(seed.id());
    assertThat(new StudyRuns(Runs.plan(2, 0L)).tasks().get(0).spec().id()).isEqualTo(spec.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "\u00ff", ""})
  void run_recordThatIsNone_isDoneAgain(String content) throws IOException {
    StudyPlan plan = Runs.plan(1, 0L);
    RunRecord run = run(plan, StudyListener.NONE).runs().get(1);
    Path record = new RunDirectory(folder, run.id()).file(RunDirectory.RECORD);
    Files.write(record, content.getBytes(StandardCharsets.ISO_8859_1));
    var heard = new Heard();
    run(plan, heard);
    assertThat(heard.damaged).containsExactly(run.id());
  }

  private static StudyPlan exporting(long seed) {
    StudyPlan plan = Runs.plan(1, 0L, 1L);
    return plan.toBuilder().selection(new SelectionPlan(null, seed)).build();
  }

  @Test
  void exportedSeed_unlessNamed_isTheLowestInAnyOrder() {
    assertThat(Runs.plan(1, 3L, 1L, 2L).exportedSeed()).isEqualTo(1);
    assertThat(exporting(1).withSeeds(List.of(0L, 1L)).exportedSeed()).isEqualTo(1);
  }

  @Test
  void plan_exportSeedThatIsNotTrained_isRefused() {
    StudyPlan chosen = exporting(1);
    assertThatThrownBy(() -> chosen.withSeeds(List.of(0L)))
        .hasMessage("exportSeed: 1 is not among the seeds [0]");
  }
}
