package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.AvailableMemory;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.LeaderboardCsv;
import org.limbeck.export.StudentExport;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.StudyPlan;
import org.limbeck.report.HtmlReport;
import org.limbeck.report.UnfinishedPage;
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
 * StudyWorkflow.Result result = StudyWorkflow.run(plan, Path.of("runs/digits"));
 * }</pre>
 */
public final class StudyWorkflow {
  private StudyWorkflow() {}

  /**
   * What a study came to.
   *
   * @param directory where it is
   * @param leaderboard all combinations
   * @param exported the exported model, unless none was selected
   */
  public record Result(Path directory, Leaderboard leaderboard, Optional<Path> exported) {}

  /**
   * Runs a study on all cores, without a listener; see {@link #run(StudyPlan, Path, StudyOptions)}.
   */
  public static Result run(StudyPlan plan, Path directory) {
    return run(plan, directory, StudyOptions.DEFAULT);
  }

  /**
   * Runs, or resumes, a study.
   *
   * @param directory created if need be
   * @throws org.limbeck.LimbeckException if plan, data or directory cannot be used
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public static Result run(StudyPlan plan, Path directory, StudyOptions options) {
    StudyListener listener = options.listener();
    var runs = new StudyRuns(plan, listener);
    try (StudyDirectory study = StudyDirectory.open(directory, plan)) {
      StudyRunner.Outcome outcome = train(runs, directory, listener, options);
      var leaderboard = Leaderboard.of(outcome.runs(), plan.selection());
      AtomicFiles.write(
          directory.resolve(StudyDirectory.LEADERBOARD), LeaderboardCsv.of(leaderboard));
      HtmlReport.write(directory, plan.name(), leaderboard, plan.selection());
      Map<String, String> exported =
          SelectedExport.write(study, plan, leaderboard, outcome.exportData());
      List<String> ids = outcome.runs().stream().map(RunRecord::id).toList();
      study.write(new StudyRecord(RunSpec.FORMAT_VERSION, plan.name(), ids, exported));
      UnfinishedPage.remove(directory);
      Optional<Path> model =
          Optional.of(directory.resolve(StudentExport.MODEL)).filter(m -> !exported.isEmpty());
      return new Result(directory, leaderboard, model);
    }
  }

  private static StudyRunner.Outcome train(
      StudyRuns runs, Path directory, StudyListener listener, StudyOptions options) {
    runs.datasets().forEach(data -> SplitFile.write(directory, data));
    ComputeDevice device = runs.plan().device().resolved();
    Parallelism parallelism =
        options
            .parallelism()
            .orElseGet(() -> ParallelismChoice.of(runs, options.cores(), device, directory));
    MemoryCheck.require(runs, parallelism, AvailableMemory.bytes());
    listener.onParallelism(parallelism);
    return new StudyRunner(
            options.launcher().orElseGet(() -> new LocalLauncher(parallelism.cores())),
            listener,
            options.stop(),
            parallelism,
            new RunOptions(device, options.checkpointSeconds()))
        .run(runs, directory);
  }
}
