package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.base.AtomicFiles;
import org.limbeck.compare.Runs;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSnapshot;
import org.limbeck.store.RunSnapshot.State;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudySnapshot;
import org.limbeck.study.Parallelism;
import org.limbeck.study.StudyListener;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainingStoppedException;

class StudySnapshotTest {
  private static final int EPOCHS = 4;
  private static final StudyPlan PLAN = Runs.plan(EPOCHS, 0L);

  @TempDir private Path study;

  /** Runs the study one run after the other until that many epochs are done. */
  private void runUntil(int epochs) {
    var done = new AtomicInteger();
    var counting =
        new StudyListener() {
          @Override
          public void onEpoch(RunSpec spec, EpochRecord epoch) {
            done.incrementAndGet();
          }
        };
    StudyOptions options =
        StudyOptions.builder()
            .listener(counting)
            .stop(() -> done.get() >= epochs)
            .parallelism(Parallelism.of(1, 1))
            .checkpointSeconds(0)
            .build();
    assertThatThrownBy(() -> StudyWorkflow.run(PLAN, study, options))
        .isInstanceOf(TrainingStoppedException.class);
  }

  private List<State> states() {
    return StudySnapshot.read(study).runs().stream().map(RunSnapshot::state).toList();
  }

  @Test
  void read_inTheFirstRun_hasItsEpochsSoFar() {
    runUntil(2);
    StudySnapshot snapshot = StudySnapshot.read(study);
    assertThat(snapshot.finished()).isFalse();
    assertThat(snapshot.progress()).isEqualTo("0 of 8 runs");
    List<RunSnapshot> begun = snapshot.runs(State.BEGUN);
    assertThat(begun).hasSize(1);
    assertThat(begun.get(0).run().spec().role()).isEqualTo(Role.TEACHER);
    assertThat(begun.get(0).history()).hasSize(2);
    assertThat(begun.get(0).validation()).isEmpty();
  }

  @Test
  void read_onTheWay_tellsWhatIsDoneAndWhatIsInWork() {
    // Both teachers are done, the first student of the first is in its second epoch.
    runUntil(2 * EPOCHS + 2);
    StudySnapshot snapshot = StudySnapshot.read(study);
    assertThat(snapshot.plan()).isEqualTo(StudyDirectory.readPlan(study));
    assertThat(snapshot.progress()).isEqualTo("2 of 8 runs");
    assertThat(states())
        .containsExactly(
            State.FINISHED,
            State.BEGUN,
            State.PLANNED,
            State.PLANNED,
            State.FINISHED,
            State.PLANNED,
            State.PLANNED,
            State.PLANNED);
    RunSnapshot teacher = snapshot.runs(State.FINISHED).get(0);
    RunRecord record = new RunDirectory(study, teacher.run().id()).finished().orElseThrow();
    assertThat(teacher.run().spec()).isEqualTo(record.spec());
    assertThat(teacher.validation()).contains(record.validation());
    assertThat(teacher.history()).hasSize(EPOCHS);
  }

  @Test
  void read_finishedStudy_isFinishedUntilItGrows() {
    StudyWorkflow.run(PLAN, study);
    StudySnapshot snapshot = StudySnapshot.read(study);
    assertThat(snapshot.finished()).isTrue();
    assertThat(snapshot.progress()).isEqualTo("8 of 8 runs");
    StudyDirectory.open(study, Runs.plan(EPOCHS, 0L, 1L)).close();
    StudySnapshot grown = StudySnapshot.read(study);
    assertThat(grown.finished()).isFalse();
    assertThat(grown.progress()).isEqualTo("8 of 16 runs");
  }

  @Test
  void read_finishedStudyGivenOtherSeeds_isNotFinishedByTheRunsBefore() {
    StudyWorkflow.run(PLAN, study);
    StudyDirectory.open(study, Runs.plan(EPOCHS, 7L, 8L)).close();
    StudySnapshot other = StudySnapshot.read(study);
    assertThat(other.finished()).isFalse();
    assertThat(other.progress()).isEqualTo("0 of 16 runs");
  }

  @Test
  void read_checkpointAndSpecTornOrGone_showsTheRunWithoutThem() throws IOException {
    runUntil(2 * EPOCHS + 2);
    Path partial = study.resolve("runs").resolve(id(State.BEGUN) + ".partial");
    Files.writeString(partial.resolve("spec.json"), "{");
    Files.write(partial.resolve(RunDirectory.CHECKPOINT), new byte[] {1, 2, 3});
    RunSnapshot begun = StudySnapshot.read(study).runs(State.BEGUN).get(0);
    assertThat(begun.history()).isEmpty();
    assertThat(begun.run().spec().label())
        .isEqualTo("student standard of teacher standard, seed 0");
    AtomicFiles.delete(partial);
    assertThat(states()).doesNotContain(State.BEGUN);
  }

  private String id(State state) {
    return StudySnapshot.read(study).runs(state).get(0).run().id();
  }

  @Test
  void read_damagedRun_isNotFinished() throws IOException {
    runUntil(2 * EPOCHS + 2);
    Path history = new RunDirectory(study, id(State.FINISHED)).file(RunDirectory.HISTORY);
    Files.writeString(history, "epoch\n");
    assertThat(StudySnapshot.read(study).progress()).isEqualTo("1 of 8 runs");
  }

  @Test
  void read_whileRunsAreFinished_neverLosesOne() throws Exception {
    List<Integer> counts = new ArrayList<>();
    var running = new Thread(() -> StudyWorkflow.run(PLAN, study));
    running.start();
    while (running.isAlive()) {
      if (Files.exists(study.resolve(StudyDirectory.PLAN))) {
        counts.add(StudySnapshot.read(study).runs(State.FINISHED).size());
      }
    }
    counts.add(StudySnapshot.read(study).runs(State.FINISHED).size());
    assertThat(counts).isSorted().endsWith(8);
  }

  @Test
  void report_unfinishedStudy_hasValidationFiguresOnly() throws IOException {
    runUntil(2 * EPOCHS + 2);
    ReportWorkflow.Written written = ReportWorkflow.write(study);
    assertThat(written.unfinished()).isPresent();
    assertThat(written.file()).isEqualTo(study.resolve("unfinished.html"));
    RunRecord teacher = new RunDirectory(study, id(State.FINISHED)).finished().orElseThrow();
    double validation = teacher.validation().metrics().accuracy();
    double test = teacher.test().metrics().accuracy();
    assertThat(Files.readString(written.file()))
        .contains("The study is not finished: 2 of 8 runs are done.")
        .contains("data-value=\"" + validation + "\"")
        .contains("student standard of teacher standard, seed 0", "2 of 4")
        .doesNotContain(Double.toString(test));
    assertThat(study.resolve("report.html")).doesNotExist();
  }

  @Test
  void report_onceTheStudyIsFinished_replacesTheUnfinishedPage() {
    runUntil(2);
    Path unfinished = ReportWorkflow.write(study).file();
    StudyWorkflow.run(PLAN, study);
    assertThat(unfinished).doesNotExist();
    assertThat(ReportWorkflow.write(study).unfinished()).isEmpty();
  }
}
