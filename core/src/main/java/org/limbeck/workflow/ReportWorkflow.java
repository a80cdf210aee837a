package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.plan.StudyPlan;
import org.limbeck.report.HtmlReport;
import org.limbeck.report.UnfinishedPage;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;
import org.limbeck.store.StudySnapshot;

/** Builds the report of a study from its directory alone. */
public final class ReportWorkflow {
  private ReportWorkflow() {}

  /**
   * What was written.
   *
   * @param file the page
   * @param unfinished the study, if it is not finished: the page then has figures of the validation
   *     split only
   */
  public record Written(Path file, Optional<StudySnapshot> unfinished) {}

  /**
   * Writes {@code report.html} of a finished study anew, or {@code unfinished.html} of one that has
   * begun, whether it runs or not.
   *
   * @throws org.limbeck.LimbeckException if the directory is not a study's, or its record or a run
   *     of a finished study is damaged
   */
  public static Written write(Path directory) {
    StudySnapshot study = StudySnapshot.read(directory);
    return study.finished()
        ? new Written(rebuild(directory, study.plan()), Optional.empty())
        : new Written(UnfinishedPage.write(directory, study), Optional.of(study));
  }

  private static Path rebuild(Path directory, StudyPlan plan) {
    List<RunRecord> runs = new ArrayList<>();
    List<String> ids = StudyDirectory.readRecord(directory).map(StudyRecord::runs).orElseThrow();
    for (String id : ids) {
      runs.add(new RunDirectory(directory, id).required());
    }
    var leaderboard = Leaderboard.of(runs, plan.selection());
    HtmlReport.write(
        directory,
        plan.name(),
        leaderboard,
        plan.selection(),
        DrawnTeachers.diagnoses(directory, leaderboard, plan.selection()),
        plan.teacher().foreign());
    return directory.resolve(HtmlReport.FILE);
  }
}
