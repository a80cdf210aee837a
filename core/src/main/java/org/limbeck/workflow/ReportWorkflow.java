package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Leaderboard;
import org.limbeck.plan.StudyPlan;
import org.limbeck.report.HtmlReport;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;

/** Rebuilds a finished study's report from its records alone. */
public final class ReportWorkflow {
  private ReportWorkflow() {}

  /**
   * Writes {@code report.html} anew.
   *
   * @return the file
   * @throws LimbeckException if the directory is no finished study's, or a run is damaged
   */
  public static Path rebuild(Path directory) {
    StudyPlan plan = StudyDirectory.readPlan(directory);
    StudyRecord record =
        StudyDirectory.readRecord(directory)
            .filter(found -> !found.runs().isEmpty())
            .orElseThrow(
                () ->
                    new LimbeckException(
                        directory + ": the study is not finished; run limbeck study again"));
    List<RunRecord> runs = new ArrayList<>();
    for (String id : record.runs()) {
      runs.add(
          new RunDirectory(directory, id)
              .finished()
              .orElseThrow(
                  () ->
                      new LimbeckException(
                          "%s: run %s is missing or damaged; run limbeck study again"
                              .formatted(directory, id))));
    }
    var leaderboard = Leaderboard.of(runs, plan.selection());
    HtmlReport.write(directory, plan.name(), leaderboard, plan.selection());
    return directory.resolve(HtmlReport.FILE);
  }
}
