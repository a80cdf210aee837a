package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.compare.Runs;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.LockFile;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.train.TrainingStoppedException;

class RunWorkerTest {
  private static final StudyPlan PLAN = Runs.plan(2, 0L);
  private static final List<RunTask> TASKS = new StudyRuns(PLAN).tasks();
  private static final String TEACHER = TASKS.get(0).id();
  private static final String STUDENT = TASKS.get(1).id();

  @TempDir private Path study;
  private final List<String> finished = new ArrayList<>();
  private double progress;

  private final StudyListener listener =
      new StudyListener() {
        @Override
        public void onFinished(RunRecord run) {
          finished.add(run.id());
        }

        @Override
        public void onProgress(org.limbeck.store.RunSpec spec, double work) {
          progress += work;
        }
      };

  @BeforeEach
  void begin() {
    StudyDirectory.open(study, PLAN).close();
  }

  /** Does a run as another process would: with nothing but the directory. */
  private void run(String id) {
    try (RunWorker worker = RunWorker.of(study, listener, () -> false, 0)) {
      worker.run(new RunNode(id, 1, List.of()));
    }
  }

  @Test
  void run_whileTheStudyIsHeld_needsNoLockButItsOwn() throws IOException {
    try (StudyDirectory held = StudyDirectory.open(study, PLAN)) {
      run(TEACHER);
      run(STUDENT);
      assertThat(held.folder()).isEqualTo(study);
    }
    assertThat(finished).containsExactly(TEACHER, STUDENT);
    assertThat(new RunDirectory(study, STUDENT).finished()).isPresent();
    try (var runs = Files.list(study.resolve("runs"))) {
      assertThat(runs.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(TEACHER, STUDENT);
    }
    try (var files = Files.list(study.resolve("runs").resolve(STUDENT))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "run.json",
              "history.csv",
              "predictions.csv",
              "predictions-validation.csv",
              "weights.safetensors");
    }
  }

  @Test
  void run_finishedRun_isFoundAndCountsAsWork() throws IOException {
    run(TEACHER);
    Path record = new RunDirectory(study, TEACHER).file(RunDirectory.RECORD);
    byte[] before = Files.readAllBytes(record);
    progress = 0;
    run(TEACHER);
    assertThat(record).hasBinaryContent(before);
    assertThat(finished).containsExactly(TEACHER, TEACHER);
    assertThat(progress).isEqualTo(TASKS.get(0).work());
  }

  @Test
  void run_damagedRun_isDoneAgain() throws IOException {
    run(TEACHER);
    var directory = new RunDirectory(study, TEACHER);
    Files.writeString(directory.file(RunDirectory.HISTORY), "epoch\n");
    run(TEACHER);
    assertThat(directory.finished()).isPresent();
  }

  @Test
  void run_teacherNotFinished_saysWhichRunComesFirst() {
    assertThatThrownBy(() -> run(STUDENT))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "run %s (student standard of teacher standard, seed 0) needs run %s (teacher standard,"
                + " seed 0), which is not finished, or damaged; do that one first",
            STUDENT, TEACHER);
  }

  @Test
  void run_unknownId_isRefusedWithTheNearest() {
    String wrong = TEACHER.substring(0, 15) + "x";
    assertThatThrownBy(() -> run(wrong))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "%s: not a run of the study 'tiny' on its data; did you mean '%s'?", wrong, TEACHER);
  }

  @Test
  void run_anotherIsAtWorkOnIt_isRefused() {
    try (LockFile held = new RunDirectory(study, TEACHER).lock()) {
      assertThatThrownBy(() -> run(TEACHER))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining(TEACHER + ".lock: another limbeck is at work on this run");
      held.delete();
    }
    run(TEACHER);
    assertThat(finished).containsExactly(TEACHER);
  }

  @Test
  void run_stopped_leavesWhatTheNextWorkerResumesFrom() {
    try (RunWorker worker = RunWorker.of(study, listener, () -> true, 0)) {
      assertThatThrownBy(() -> worker.run(new RunNode(TEACHER, 1, List.of())))
          .isInstanceOf(TrainingStoppedException.class);
    }
    assertThat(finished).isEmpty();
    run(TEACHER);
    assertThat(finished).containsExactly(TEACHER);
  }

  @Test
  void threads_unlessTheStudyHasChosen_areOne() throws IOException {
    try (RunWorker worker = RunWorker.of(study, listener, () -> false, 0)) {
      assertThat(worker.threads(TEACHER)).isEqualTo(1);
      Files.writeString(
          study.resolve(ParallelismChoice.FILE), Json.pretty(new Parallelism(4, 4, 2)));
      assertThat(worker.threads(TEACHER)).isEqualTo(4);
      assertThat(worker.threads(STUDENT)).isEqualTo(2);
    }
  }

  @Test
  void of_directoryThatIsNoStudy_isRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> RunWorker.of(empty, listener, () -> false, 0))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("not a study's directory (no study.yaml)");
  }
}
