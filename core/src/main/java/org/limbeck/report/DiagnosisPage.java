package org.limbeck.report;

import java.util.List;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.report.chart.GapChart;
import org.limbeck.report.chart.ReliabilityChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.table.CalibrationTable;
import org.limbeck.report.table.ClassDiagnosisTable;
import org.limbeck.report.table.DiagnosisSentences;

/** Diagnoses of scores as one HTML file that needs nothing else. */
public final class DiagnosisPage {
  private final Html html = new Html();

  private DiagnosisPage() {}

  /**
   * One diagnosis.
   *
   * @param title the name of the scores
   * @param notes what the figures rest on
   */
  public record Entry(String title, List<String> notes, TeacherDiagnosis diagnosis) {
    public Entry {
      notes = List.copyOf(notes);
    }
  }

  /** The text of the file. */
  public static String of(List<Entry> entries) {
    var page = new DiagnosisPage();
    Page.open(page.html, "Diagnosis");
    page.html.element("p", "Limbeck diagnosis", "class", "kicker");
    page.html.element("h1", "Are these scores fit for a robust student?");
    entries.forEach(page::entry);
    Page.close(page.html);
    return page.html.toString();
  }

  private void entry(Entry entry) {
    TeacherDiagnosis diagnosis = entry.diagnosis();
    html.open("section").element("h2", entry.title());
    html.open("div", "class", "verdict");
    DiagnosisSentences.of(diagnosis).forEach(sentence -> html.element("p", sentence));
    html.close("div");
    List<String> names = names(diagnosis);
    ScoreMode used = diagnosis.verdict().scores();
    new CalibrationTable(html, names, used).write(diagnosis.modes());
    diagnosis.modes().forEach(mode -> mode(mode, names, widest(diagnosis)));
    html.open("ul", "class", "notes");
    entry.notes().forEach(note -> html.element("li", note));
    html.close("ul").close("section");
  }

  private static List<String> names(TeacherDiagnosis diagnosis) {
    return diagnosis.modes().get(0).classes().stream().map(one -> one.name()).toList();
  }

  private static double widest(TeacherDiagnosis diagnosis) {
    return diagnosis.modes().stream().mapToDouble(ModeDiagnosis::worstGap).max().orElse(1);
  }

  private void mode(ModeDiagnosis mode, List<String> names, double widest) {
    html.open("article").open("h3").text("Scores ");
    html.element("span", mode.mode().label(), "class", "name").close("h3");
    html.element(
        "p",
        "Worst gap %s, on class %s; right scores would show %s by chance, in 95\u00a0%% of draws up to %s."
            .formatted(
                Numbers.fixed(mode.worstGap(), 3),
                mode.worstClass().name(),
                Numbers.fixed(mode.chance().worst(), 3),
                Numbers.fixed(mode.chance().worstUpper(), 3)));
    html.open("div", "class", "pair");
    new ReliabilityChart(html, List.of(mode)).draw();
    new GapChart(html, names, List.of(mode), widest).draw();
    html.close("div");
    new ClassDiagnosisTable(html).write(mode);
    html.close("article");
  }
}
