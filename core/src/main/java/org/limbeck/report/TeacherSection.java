package org.limbeck.report;

import java.util.List;
import java.util.Objects;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.report.chart.GapChart;
import org.limbeck.report.chart.ReliabilityChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.store.RunRecord;

/** How fit each teacher's scores are for a robust student: their calibration, class by class. */
final class TeacherSection {
  private final Html html;
  private final ReportInput input;
  private final ScoreMode mode;

  TeacherSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
    mode = input.scoreMode();
  }

  void write() {
    List<Leaderboard.Row> teachers =
        input.teachers().stream().filter(row -> !input.drawn(row).diagnoses().isEmpty()).toList();
    html.open("section", "id", "teachers").element("h2", "Teachers");
    html.element("p", lead(teachers.isEmpty()), "class", "lead");
    double widest = widest(teachers);
    teachers.forEach(row -> teacher(row, widest));
    html.close("section");
  }

  private String lead(boolean none) {
    if (none) {
      return "No teacher's scores were diagnosed.";
    }
    return "A student can trust its teacher on a class as far as the teacher's scores for that"
        + " class are right, relative to how common the class is: the class gap, 0 where they are."
        + " One seed, measured on validation; students learned from "
        + mode.label()
        + " scores"
        + exceptions()
        + ".";
  }

  /** The recipes whose score mode differs from the study's, each with its mode. */
  private String exceptions() {
    List<String> others =
        input.runs().stream()
            .filter(run -> run.spec().teacher() != null)
            .map(run -> run.spec().recipe().trained())
            .filter(recipe -> recipe.labels().scores() != null)
            .map(recipe -> recipe.name() + " from " + recipe.labels().scores().label())
            .distinct()
            .toList();
    return others.isEmpty() ? "" : ", but " + String.join(", ", others);
  }

  private double widest(List<Leaderboard.Row> teachers) {
    return teachers.stream()
        .map(row -> input.drawn(row))
        .flatMap(run -> modes(run).stream())
        .map(diagnosis -> diagnosis.measured().worstClassCalibrationGap())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  /** The study's score mode, and raw beside it where that is another. */
  private List<Diagnosis> modes(RunRecord run) {
    Diagnosis used = run.diagnosis(mode);
    return mode == ScoreMode.RAW ? List.of(used) : List.of(used, run.diagnosis(ScoreMode.RAW));
  }

  private void teacher(Leaderboard.Row row, double widest) {
    RunRecord run = input.drawn(row);
    List<Diagnosis> modes = modes(run);
    html.open("article").open("h3").text("Teacher ");
    html.element("span", row.combination().label(), "class", "name");
    html.element("small", " seed " + run.spec().seed()).close("h3");
    html.element("p", worst(modes));
    html.open("div", "class", "pair");
    new ReliabilityChart(html, modes).draw();
    new GapChart(html, input.classNames(), modes, widest).draw();
    html.close("div");
    new CalibrationTable(html, input.classNames(), mode).write(run.diagnoses());
    html.close("article");
  }

  private String worst(List<Diagnosis> modes) {
    String used = "With " + mode.label() + " scores its worst gap is " + worst(modes.get(0));
    return modes.size() == 1
        ? used + "."
        : used + "; with raw scores, " + worst(modes.get(1)) + ".";
  }

  private String worst(Diagnosis diagnosis) {
    Double gap = diagnosis.measured().worstClassCalibrationGap();
    if (gap == null) {
      return "undefined, for no class has both scores and examples";
    }
    int y = diagnosis.measured().classCalibrationGap().indexOf(gap);
    return Numbers.fixed(gap, 2) + ", on class " + input.classNames().get(y);
  }
}
