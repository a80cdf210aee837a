package org.limbeck.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.base.AtomicFiles;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.html.Html;
import org.limbeck.store.History;
import org.limbeck.store.RunDirectory;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * A study as one HTML file that needs nothing else: no network, no script, no font.
 *
 * <p>A pure function of the records and of the diagnoses of the drawn teachers, which are made from
 * what the runs stored: the same runs give the same bytes.
 */
public final class HtmlReport {
  /** The name of the file in a study's directory. */
  public static final String FILE = "report.html";

  private HtmlReport() {}

  /** The text of the file. */
  public static String of(ReportInput input) {
    var html = new Html();
    Page.open(html, input.studyName());
    new SummarySection(html, input).write();
    new ColumnSection(html, input).write();
    new LeaderboardSection(html, input).write();
    new ScatterSection(html, input).write();
    new CheapFrontSection(html, input).write();
    new ClassAccuracySection(html, input).write();
    new GroupSection(html, input).write();
    new MultiplierSection(html, input).write();
    new TeacherSection(html, input).write();
    new GoodTeacherSection(html, input).write();
    new NotesSection(html, input).write();
    Page.close(html);
    return html.toString();
  }

  /**
   * Writes the report of a finished study beside its runs, whose histories it reads.
   *
   * @param diagnoses of teachers, as {@link ReportInput} takes them
   * @param foreign the teachers of the plan that were trained elsewhere
   */
  public static void write(
      Path studyDirectory,
      String studyName,
      Leaderboard leaderboard,
      SelectionPlan selection,
      Map<String, TeacherDiagnosis> diagnoses,
      List<ForeignTeacher> foreign) {
    var input =
        new ReportInput(
            studyName,
            leaderboard,
            selection,
            diagnoses,
            run ->
                History.read(new RunDirectory(studyDirectory, run.id()).file(RunDirectory.HISTORY)),
            foreign);
    AtomicFiles.write(studyDirectory.resolve(FILE), of(input));
  }
}
