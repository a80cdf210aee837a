package org.limbeck.report.table;

import java.util.List;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.MeasuredMode;
import org.limbeck.metric.Calibration;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The calibration of a teacher's scores in every mode. */
public final class CalibrationTable {
  private static final String IN_SAMPLE =
      "measured on the examples of the fit, which flatters fitted modes";

  private final Html html;
  private final List<String> names;
  private final ScoreMode used;

  public CalibrationTable(Html html, List<String> names, ScoreMode used) {
    this.html = html;
    this.names = names;
    this.used = used;
  }

  public void write(List<? extends MeasuredMode> diagnoses) {
    boolean crossFitted = diagnoses.stream().allMatch(MeasuredMode::crossFitted);
    String estimator = crossFitted ? DiagnosisSentences.ESTIMATOR : IN_SAMPLE;
    Tables.open(html, "plain", "Calibration in each score mode, " + estimator + "; 0 is perfect.");
    html.open("thead").open("tr").element("th", "Scores", "scope", "col");
    for (String name : List.of("Worst gap", "ECE", "Class-wise ECE", "NLL", "Brier")) {
      html.element("th", name, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    diagnoses.forEach(this::row);
    html.close("tbody");
    Tables.close(html);
  }

  private void row(MeasuredMode diagnosis) {
    ScoreMode mode = diagnosis.mode();
    html.open("tr", "class", mode == used ? "selected" : "other");
    html.open("th", "scope", "row").text(mode.label());
    if (mode == used) {
      html.text(" ").element("span", "used", "class", "chip");
    }
    html.close("th");
    Calibration measured = diagnosis.measured();
    worst(measured);
    cell(measured.expectedCalibrationError());
    cell(measured.meanClasswiseCalibrationError());
    cell(measured.negativeLogLikelihood());
    cell(measured.brier());
    html.close("tr");
  }

  private void worst(Calibration measured) {
    Double gap = measured.worstClassCalibrationGap();
    if (gap == null) {
      html.element("td", "undefined", "class", "nothing");
      return;
    }
    String name = names.get(measured.classCalibrationGap().indexOf(gap));
    html.open("td", "data-value", Numbers.exact(gap)).text(Numbers.fixed(gap, 3) + " ");
    html.element("span", "class " + name, "class", "note").close("td");
  }

  private void cell(double value) {
    html.element("td", Numbers.fixed(value, 4), "data-value", Numbers.exact(value));
  }
}
