package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.AvailableMemory;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.LeaderboardCsv;
import org.limbeck.export.StudentExport;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.StudyPlan;
import org.limbeck.report.HtmlReport;
import org.limbeck.report.UnfinishedPage;
import org.limbeck.report.table.TrainedOnSentence;
import org.limbeck.store.RunRecord;
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
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;

/**
 * One study from its plan to its report: train what is missing, compare, export, report. Each step
 * is given what the step before made.
 */
final class StudyJob {
  private static final Set<TrainedOn> WORTH_A_NOTE =
      Set.of(TrainedOn.UNKNOWN, TrainedOn.VALIDATION);

  private final StudyPlan plan;
  private final Path directory;
  private final StudyOptions options;
  private final StudyListener listener;

  StudyJob(StudyPlan plan, Path directory, StudyOptions options) {
    this.plan = plan;
    this.directory = directory;
    this.options = options;
    listener = options.listener();
  }

  StudyWorkflow.Result run() {
    var runs = new StudyRuns(plan, listener);
    runs.notes().forEach(listener::onNote);
    plan.teacher().foreign().stream()
        .filter(teacher -> WORTH_A_NOTE.contains(teacher.trainedOn()))
        .forEach(
            teacher ->
                listener.onNote(
                    "teacher '%s': %s".formatted(teacher.name(), TrainedOnSentence.of(teacher))));
    try (StudyDirectory study =
        StudyDirectory.open(directory, plan, options.comments(), options.warnings())) {
      StudyRunner.Outcome outcome = train(runs);
      Leaderboard leaderboard = compare(outcome);
      Map<String, String> exported =
          SelectedExport.write(study, plan, leaderboard, outcome.exportData());
      List<String> ids = outcome.runs().stream().map(RunRecord::id).toList();
      study.write(StudyRecord.of(plan.name(), ids, exported));
      UnfinishedPage.remove(directory);
      return new StudyWorkflow.Result(directory, leaderboard, model(exported));
    }
  }

  private StudyRunner.Outcome train(StudyRuns runs) {
    runs.datasets().forEach(data -> SplitFile.write(directory, data, options.warnings()));
    ComputeDevice device = plan.device().resolved();
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

  /** The table of all runs, written as CSV and as the report. */
  private Leaderboard compare(StudyRunner.Outcome outcome) {
    var leaderboard = Leaderboard.of(outcome.runs(), plan.selection());
    AtomicFiles.write(
        directory.resolve(StudyDirectory.LEADERBOARD), LeaderboardCsv.of(leaderboard));
    HtmlReport.write(
        directory,
        plan.name(),
        leaderboard,
        plan.selection(),
        DrawnTeachers.diagnoses(directory, leaderboard, plan.selection()),
        plan.teacher().foreign());
    return leaderboard;
  }

  private Optional<Path> model(Map<String, String> exported) {
    return Optional.of(directory.resolve(StudentExport.MODEL)).filter(m -> !exported.isEmpty());
  }
}
