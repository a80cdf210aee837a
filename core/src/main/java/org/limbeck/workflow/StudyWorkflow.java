package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.AvailableMemory;
import org.limbeck.base.Checksums;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.LeaderboardCsv;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.Dataset;
import org.limbeck.export.StudentExport;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.StudyPlan;
import org.limbeck.report.HtmlReport;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.SplitFile;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.MemoryCheck;
import org.limbeck.study.Parallelism;
import org.limbeck.study.ParallelismChoice;
import org.limbeck.study.RunOptions;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyRunner;
import org.limbeck.study.StudyRuns;

/**
 * A whole study in one call: trains what is missing, compares, selects, exports, reports.
 *
 * <pre>{@code
 * StudyPlan plan = StudyYaml.read(Path.of("examples/digits.yaml"));
 * StudyWorkflow.Result result = new StudyWorkflow().run(plan, Path.of("runs/digits"));
 * }</pre>
 */
public final class StudyWorkflow {
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final Optional<Parallelism> parallelism;
  private final double checkpointSeconds;

  /** On all cores, heard by nobody. */
  public StudyWorkflow() {
    this(StudyListener.NONE, () -> false, Optional.empty());
  }

  /**
   * A workflow.
   *
   * @param listener hears of the runs
   * @param stop asked after each step of a run; when true, runs in work are saved and the study
   *     stops
   * @param parallelism how runs share the cores; empty to choose, for image networks by measuring
   */
  public StudyWorkflow(
      StudyListener listener, BooleanSupplier stop, Optional<Parallelism> parallelism) {
    this(listener, stop, parallelism, RunOptions.CHECKPOINT_SECONDS);
  }

  /**
   * A workflow.
   *
   * @param checkpointSeconds wall time between checkpoints of a run; 0 for one after each epoch
   */
  public StudyWorkflow(
      StudyListener listener,
      BooleanSupplier stop,
      Optional<Parallelism> parallelism,
      double checkpointSeconds) {
    this.listener = listener;
    this.stop = stop;
    this.parallelism = parallelism;
    this.checkpointSeconds = checkpointSeconds;
  }

  /**
   * What a study came to.
   *
   * @param directory where it is
   * @param leaderboard all combinations
   * @param exported the exported model, unless none was selected
   */
  public record Result(Path directory, Leaderboard leaderboard, Optional<Path> exported) {}

  /**
   * Does, or goes on with, a study.
   *
   * @param directory created if need be
   * @throws org.limbeck.LimbeckException if plan, data or directory cannot be used
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public Result run(StudyPlan plan, Path directory) {
    var runs = new StudyRuns(plan, listener);
    try (StudyDirectory study = StudyDirectory.open(directory, plan)) {
      runs.datasets().forEach(data -> SplitFile.write(directory, data));
      StudyRunner.Outcome outcome = runner(runs, directory).run(runs, directory);
      var leaderboard = Leaderboard.of(outcome.runs(), plan.selection());
      AtomicFiles.write(
          directory.resolve(StudyDirectory.LEADERBOARD), LeaderboardCsv.of(leaderboard));
      HtmlReport.write(directory, plan.name(), leaderboard, plan.selection());
      Map<String, String> exported = export(study, plan, leaderboard, outcome.exportData());
      List<String> ids = outcome.runs().stream().map(RunRecord::id).toList();
      study.write(new StudyRecord(RunSpec.FORMAT_VERSION, plan.name(), ids, exported));
      Optional<Path> model =
          Optional.of(directory.resolve(StudentExport.MODEL)).filter(m -> !exported.isEmpty());
      return new Result(directory, leaderboard, model);
    }
  }

  private StudyRunner runner(StudyRuns runs, Path directory) {
    ComputeDevice device = runs.plan().device().resolved();
    Parallelism chosen =
        parallelism.orElseGet(
            () ->
                ParallelismChoice.of(
                    runs, Runtime.getRuntime().availableProcessors(), device, directory));
    MemoryCheck.require(runs, chosen, AvailableMemory.bytes());
    listener.onParallelism(chosen);
    return new StudyRunner(
        new LocalLauncher(chosen.cores()),
        listener,
        stop,
        new RunOptions(chosen, device, checkpointSeconds));
  }

  /** Exports the selected student, unless that very student is there already and whole. */
  private static Map<String, String> export(
      StudyDirectory study, StudyPlan plan, Leaderboard leaderboard, Dataset data) {
    Path folder = study.folder();
    Optional<Leaderboard.Row> selected = leaderboard.selected();
    if (selected.isEmpty()) {
      StudentExport.remove(folder);
      return Map.of();
    }
    long seed = plan.exportedSeed();
    Map<String, String> before = study.record().map(StudyRecord::exported).orElse(Map.of());
    SplitMetric chosenBy = SplitMetric.chosenBy(plan.selection());
    String version = StudentExport.key(selected.get(), seed, chosenBy);
    if (version.equals(before.get("version"))
        && matches(folder, before, StudentExport.MODEL)
        && matches(folder, before, StudentExport.CARD)) {
      return before;
    }
    StudentExport.Exported done = StudentExport.write(folder, selected.get(), seed, chosenBy, data);
    Map<String, String> exported = new HashMap<>();
    exported.put("version", version);
    exported.put(StudentExport.MODEL, Checksums.of(done.model()));
    exported.put(StudentExport.CARD, Checksums.of(done.card()));
    return exported;
  }

  private static boolean matches(Path folder, Map<String, String> sums, String name) {
    return Checksums.matches(folder.resolve(name), sums.getOrDefault(name, ""));
  }
}
