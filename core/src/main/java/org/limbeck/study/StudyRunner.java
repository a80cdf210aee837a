package org.limbeck.study;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.limbeck.data.Dataset;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

/**
 * Does the runs of a study that are not yet finished in its directory.
 *
 * <p>A run is never done twice: finished ones are found by their id, interrupted ones resume from
 * their checkpoint, damaged ones are done again.
 */
public final class StudyRunner {
  private final RunLauncher launcher;
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final Parallelism parallelism;
  private final RunOptions options;

  /**
   * A runner with the default options.
   *
   * @param stop asked after each step; when true, runs in work are saved and the study stops
   */
  public StudyRunner(RunLauncher launcher, StudyListener listener, BooleanSupplier stop) {
    this(launcher, listener, stop, Parallelism.onAllCores(), RunOptions.usual());
  }

  /**
   * A runner.
   *
   * @param listener its exceptions fail the study; {@link StudyListeners} reports them instead
   * @param stop asked after each step; when true, runs in work are saved and the study stops
   * @param parallelism threads of a run; results are the same to the bit only for the same number
   */
  public StudyRunner(
      RunLauncher launcher,
      StudyListener listener,
      BooleanSupplier stop,
      Parallelism parallelism,
      RunOptions options) {
    this.launcher = launcher;
    this.listener = listener;
    this.stop = stop;
    this.parallelism = parallelism;
    this.options = options;
  }

  /**
   * All finished runs of a study, in the order of the plan.
   *
   * @param runs in that order
   * @param exportData the splits of the seed whose student is exported
   */
  public record Outcome(List<RunRecord> runs, Dataset exportData) {}

  /**
   * Runs a study.
   *
   * @param directory of the study, existing
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public Outcome run(StudyPlan plan, Path directory) {
    return run(new StudyRuns(plan), directory);
  }

  /** The same for a plan that is expanded already. */
  public Outcome run(StudyRuns runs, Path directory) {
    try (var worker = new RunWorker(runs, directory, listener, stop, options)) {
      Set<String> done = new HashSet<>();
      runs.tasks().stream()
          .map(RunTask::id)
          .filter(id -> finished(worker, directory, id))
          .forEach(done::add);
      listener.onBegin(runs.tasks().size(), done.size(), workToDo(runs, done));
      launcher.launch(new MissingRuns(runs.tasks(), done, parallelism).roots(), worker::run);
      return new Outcome(asked(runs, worker), runs.dataset(runs.plan().exportedSeed()));
    }
  }

  private boolean finished(RunWorker worker, Path directory, String id) {
    boolean finished = worker.find(id).isPresent();
    if (!finished && new RunDirectory(directory, id).exists()) {
      listener.onDamaged(id);
    }
    return finished;
  }

  private static double workToDo(StudyRuns runs, Set<String> done) {
    return runs.tasks().stream()
        .filter(task -> !done.contains(task.id()))
        .mapToDouble(RunTask::work)
        .sum();
  }

  private static List<RunRecord> asked(StudyRuns runs, RunWorker worker) {
    return runs.tasks().stream()
        .filter(task -> task.planned().asked())
        .map(task -> worker.required(task.id()))
        .toList();
  }
}
