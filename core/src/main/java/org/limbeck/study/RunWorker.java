package org.limbeck.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.LockFile;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;

/**
 * Does runs of one study by their ids, from the study's directory alone: several workers, in this
 * process or in others, may share a study.
 *
 * <p>A run is locked while it is done. It is never done twice: a finished one is found, an
 * interrupted one resumes from its checkpoint, a damaged one is done again.
 */
public final class RunWorker implements AutoCloseable {
  private final StudyRuns runs;
  private final Path study;
  private final StudyListener listener;
  private final ScoreCaches caches;
  private final ForeignViews views = new ForeignViews();
  private final RunExecutor executor;
  private final Map<String, RunRecord> finished = new ConcurrentHashMap<>();

  /** A worker for a plan that is expanded already; its data are shared by all runs. */
  RunWorker(
      StudyRuns runs,
      Path study,
      StudyListener listener,
      BooleanSupplier stop,
      RunOptions options) {
    this.runs = runs;
    this.study = study;
    this.listener = listener;
    caches = new ScoreCaches(study);
    boolean uncosted = runs.plan().uses(ScoreMode.UNCOSTED);
    executor = new RunExecutor(study, listener, stop, options, caches, views, uncosted);
  }

  /**
   * A worker for the study in a directory, whose plan and data it reads.
   *
   * @param listener its exceptions fail the run; {@link StudyListeners} reports them instead
   * @param stop asked after each step; when true, the current run is saved and stops
   * @param checkpointSeconds as in {@link RunOptions}
   * @throws LimbeckException if it is not a study's directory, or its data cannot be used
   */
  public static RunWorker of(
      Path study, StudyListener listener, BooleanSupplier stop, double checkpointSeconds) {
    StudyPlan plan = StudyDirectory.readPlan(study);
    var options = new RunOptions(plan.device().resolved(), checkpointSeconds);
    return new RunWorker(new StudyRuns(plan, listener), study, listener, stop, options);
  }

  /**
   * The threads that the study has chosen for a run; 1 where it has not chosen any.
   *
   * @throws LimbeckException if the study has no such run
   */
  public int threads(String runId) {
    return ParallelismChoice.kept(study)
        .map(chosen -> chosen.threads(runs.task(runId).spec().role()))
        .orElse(1);
  }

  /**
   * Does a run, unless it is finished.
   *
   * @throws LimbeckException if the study has no such run, the run that it needs is not finished,
   *     or another worker is at work on it
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public void run(RunNode node) {
    RunTask task = runs.task(node.runId());
    requireNeeded(task);
    var directory = new RunDirectory(study, task.id());
    RunRecord record;
    try (LockFile lock = directory.lock()) {
      Optional<RunRecord> before = find(task.id());
      before.ifPresent(found -> listener.onProgress(task.spec(), task.work()));
      record = before.orElseGet(() -> execute(task, directory, node.threads()));
      lock.delete();
    }
    finished.put(task.id(), record);
    listener.onFinished(record);
  }

  private RunRecord execute(RunTask task, RunDirectory directory, int threads) {
    directory.discard();
    return executor.execute(task, threads);
  }

  private void requireNeeded(RunTask task) {
    String needed = task.planned().needs();
    if (needed != null && find(needed).isEmpty()) {
      throw new LimbeckException(
          "run %s (%s) needs run %s (%s), which is not finished, or damaged; do that one first"
              .formatted(task.id(), task.spec().label(), needed, runs.task(needed).spec().label()));
    }
  }

  /** The record of a finished run, whose files are checked once. */
  Optional<RunRecord> find(String runId) {
    Optional<RunRecord> record =
        Optional.ofNullable(finished.get(runId))
            .or(() -> new RunDirectory(study, runId).finished());
    record.ifPresent(found -> finished.put(runId, found));
    return record;
  }

  /**
   * The record of a run that has been done.
   *
   * @throws LimbeckException if it is missing, damaged or altered
   */
  RunRecord required(String runId) {
    return find(runId).orElseGet(() -> new RunDirectory(study, runId).required());
  }

  @Override
  public void close() {
    try (var closing = views) {
      caches.close();
    }
  }
}
