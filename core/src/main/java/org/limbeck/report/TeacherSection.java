package org.limbeck.report;

import java.util.List;
import java.util.Objects;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ReliabilityDiagram;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunRecord;
import org.limbeck.study.RunSpec;
import org.limbeck.teacher.Diagnosis;
import org.limbeck.teacher.ScoreMode;

/** How well each teacher's scores are calibrated, as its students read them. */
final class TeacherSection {
  private static final int CLASSES_SHOWN = 40;
  private static final int NAMED = 10;

  private TeacherSection() {}

  static void add(Html html, Leaderboard leaderboard) {
    html.element("h2", "The teachers' calibration");
    html.element(
        "p",
        "On validation, carried to its class prior. The gap of a class, relative to its prior, bounds"
            + " how far a student's risk under the teacher's scores is from the true one: the"
            + " smaller the worst gap, the more a robust student can be trusted.");
    ScoreMode mode = mode(leaderboard);
    for (Leaderboard.Row row : leaderboard.rows()) {
      if (row.combination().student() == null) {
        teacher(html, leaderboard.teacherName(row), row.combination().runs().get(0), mode);
      }
    }
  }

  private static ScoreMode mode(Leaderboard leaderboard) {
    return leaderboard.students().stream()
        .map(row -> row.combination().runs().get(0).spec().teacher())
        .filter(Objects::nonNull)
        .map(RunSpec.TeacherLink::scores)
        .findFirst()
        .orElse(ScoreMode.TEMPERATURE);
  }

  private static void teacher(Html html, String name, RunRecord run, ScoreMode mode) {
    html.element("h3", "Teacher " + name);
    html.raw("<div class=\"pair\">\n<figure>\n");
    Diagnosis used = run.diagnosis(mode);
    reliability(html, used.reliability());
    html.raw("<figcaption>Reliability with scores <em>" + mode.label() + "</em>, seed ");
    html.raw(run.spec().seed() + ": bars are the accuracy of the predictions made with that");
    html.raw(" confidence, on the diagonal if calibrated.</figcaption>\n</figure>\n<figure>\n");
    gaps(html, run, used.measured(), run.diagnosis(ScoreMode.RAW).measured());
    html.raw("<figcaption>Gap of each class <span class=\"key chosen\"></span>" + mode.label());
    html.raw(" <span class=\"key plain\"></span>raw</figcaption>\n</figure>\n</div>\n");
    modes(html, run, mode);
  }

  private static void reliability(Html html, ReliabilityDiagram diagram) {
    var unit = new Chart.Scale(0, 1);
    var chart = new Chart(html, "reliability diagram", 300, unit, unit, 0);
    chart.axes(Chart.Axis.percent("confidence"), Chart.Axis.percent("accuracy"));
    for (ReliabilityDiagram.Bin bin : diagram.bins()) {
      Double accuracy = bin.accuracy();
      if (accuracy != null) {
        double top = chart.y(accuracy);
        double width = chart.x(bin.upper()) - chart.x(bin.lower()) - 2;
        String title = "%d predictions, %s %% right".formatted(bin.count(), Html.percent(accuracy));
        chart.bar("chosen", chart.x(bin.lower()) + 1, top, width, chart.y(0) - top, title);
      }
    }
    chart.path("uniform", chart.point(0, 0) + chart.point(1, 1));
    chart.end();
  }

  private static void gaps(Html html, RunRecord run, Calibration used, Calibration raw) {
    int shown = Math.min(CLASSES_SHOWN, used.classCalibrationGap().size());
    double most = Math.max(largest(used), largest(raw));
    var chart =
        new Chart(
            html,
            "calibration gap of each class",
            300,
            new Chart.Scale(0, shown),
            new Chart.Scale(0, Math.max(0.1, Math.ceil(most * 10) / 10)),
            0);
    chart.axes(
        new Chart.Axis("class", "", 1), new Chart.Axis("gap relative to the prior", "%.2f", 1));
    double width = (chart.x(1) - chart.x(0)) / 2 - 2;
    for (int y = 0; y < shown; y++) {
      String name = run.data().classNames().get(y);
      gap(chart, "chosen", used, y, chart.x(y) + 1, width, name);
      gap(chart, "plain", raw, y, chart.x(y) + 1 + width, width, name);
      if (shown <= NAMED) {
        chart.text(
            chart.x(y + 0.5), 276, "middle", name.length() > 5 ? name.substring(0, 4) + "…" : name);
      }
    }
    chart.end();
  }

  private static double largest(Calibration calibration) {
    Double worst = calibration.worstClassCalibrationGap();
    return worst == null ? 0 : worst;
  }

  private static void gap(
      Chart chart,
      String style,
      Calibration measured,
      int y,
      double at,
      double width,
      String name) {
    Double gap = measured.classCalibrationGap().get(y);
    if (gap != null) {
      double top = chart.y(gap);
      String title = "class %s: %s".formatted(name, Html.decimal(gap));
      chart.bar(style, at, top, width, chart.y(0) - top, title);
    }
  }

  private static void modes(Html html, RunRecord run, ScoreMode used) {
    html.raw("<div class=\"wide\"><table>\n<tr><th>scores</th><th>worst gap</th><th>class</th>");
    html.raw("<th>class-wise ECE</th><th>ECE</th><th>NLL</th><th>Brier</th></tr>\n");
    for (Diagnosis diagnosis : run.diagnoses()) {
      Calibration measured = diagnosis.measured();
      ScoreMode mode = diagnosis.calibration().mode();
      html.raw(mode == used ? "<tr class=\"selected\">" : "<tr>");
      html.element("th scope=\"row\"", mode.label());
      html.format("<td>%s</td>", Html.decimal(measured.worstClassCalibrationGap()));
      html.element("td", worstClass(run, measured));
      for (double value :
          List.of(
              measured.meanClasswiseCalibrationError(),
              measured.expectedCalibrationError(),
              measured.negativeLogLikelihood(),
              measured.brier())) {
        html.format("<td>%s</td>", Html.decimal(value));
      }
      html.raw("</tr>\n");
    }
    html.raw("</table></div>\n");
  }

  private static String worstClass(RunRecord run, Calibration measured) {
    int y = measured.classCalibrationGap().indexOf(measured.worstClassCalibrationGap());
    return y < 0 ? "-" : run.data().classNames().get(y);
  }
}
