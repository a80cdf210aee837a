package org.limbeck.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.limbeck.data.Dataset;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

/**
 * Does the runs of a study that are not yet finished in its directory.
 *
 * <p>A run is never done twice: finished ones are found by their id, interrupted ones go on from
 * their checkpoint, damaged ones are done again.
 */
public final class StudyRunner {
  private final RunLauncher launcher;
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final RunOptions options;

  /**
   * A runner with the default options.
   *
   * @param stop asked after each step; when true, runs in work are saved and the study stops
   */
  public StudyRunner(RunLauncher launcher, StudyListener listener, BooleanSupplier stop) {
    this(launcher, listener, stop, RunOptions.usual());
  }

  /**
   * A runner.
   *
   * @param stop asked after each step; when true, runs in work are saved and the study stops
   */
  public StudyRunner(
      RunLauncher launcher, StudyListener listener, BooleanSupplier stop, RunOptions options) {
    this.launcher = launcher;
    this.listener = listener;
    this.stop = stop;
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
    StudyPlan plan = runs.plan();
    List<RunTree> trees = RunTree.flat(runs.trees());
    List<RunTask> all = trees.stream().map(RunTree::task).toList();
    Map<String, RunRecord> done = new ConcurrentHashMap<>();
    all.forEach(task -> find(directory, task).ifPresent(run -> done.put(run.id(), run)));
    listener.onBegin(all.size(), done.size(), workToDo(all, done));
    try (var caches = new ScoreCaches(directory)) {
      var executor = new RunExecutor(directory, listener, stop, options, caches);
      launcher.launch(runs.trees().stream().map(tree -> node(tree, executor, done)).toList());
    }
    return new Outcome(
        trees.stream()
            .filter(RunTree::asked)
            .map(tree -> Objects.requireNonNull(done.get(tree.task().spec().id())))
            .toList(),
        runs.dataset(plan.exportedSeed()));
  }

  private Optional<RunRecord> find(Path directory, RunTask task) {
    var run = new RunDirectory(directory, task.spec().id());
    Optional<RunRecord> finished = run.finished();
    if (finished.isEmpty() && run.exists()) {
      listener.onDamaged(task.spec().id());
      run.discard();
    }
    return finished;
  }

  private static double workToDo(List<RunTask> all, Map<String, RunRecord> done) {
    return all.stream()
        .filter(task -> !done.containsKey(task.spec().id()))
        .mapToDouble(RunTask::work)
        .sum();
  }

  private RunLauncher.Node node(RunTree tree, RunExecutor executor, Map<String, RunRecord> done) {
    return new RunLauncher.Node(
        () -> execute(tree.task(), executor, done),
        options.parallelism().threads(tree.task().spec().role()),
        tree.then().stream()
            .filter(
                next -> RunTree.flat(List.of(next)).stream().anyMatch(run -> missing(run, done)))
            .map(next -> node(next, executor, done))
            .toList());
  }

  private static boolean missing(RunTree tree, Map<String, RunRecord> done) {
    return !done.containsKey(tree.task().spec().id());
  }

  private void execute(RunTask task, RunExecutor executor, Map<String, RunRecord> done) {
    if (!done.containsKey(task.spec().id())) {
      RunRecord run = executor.execute(task);
      done.put(run.id(), run);
      listener.onFinished(run);
    }
  }
}
