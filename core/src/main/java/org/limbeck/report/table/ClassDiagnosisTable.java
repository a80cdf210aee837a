package org.limbeck.report.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.diagnosis.ClassDiagnosis;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The classes of one score mode in figures. */
public final class ClassDiagnosisTable {
  private final Html html;

  public ClassDiagnosisTable(Html html) {
    this.html = html;
  }

  public void write(ModeDiagnosis mode) {
    html.open("details").element("summary", "The classes as a table");
    Tables.open(
        html,
        "plain",
        "Accuracy in percent with its exact lower bound at 95\u00a0% confidence; over-confidence in"
            + " points of the examples predicted as the class.");
    html.open("thead").open("tr");
    for (String name :
        List.of(
            "Class",
            "Examples",
            "Accuracy",
            "at least",
            "Gap",
            "by chance",
            "ECE",
            "Over-confident")) {
      html.element("th", name, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    mode.classes().forEach(this::row);
    html.close("tbody");
    Tables.close(html);
    html.close("details");
  }

  private void row(ClassDiagnosis one) {
    html.open("tr").element("th", one.name(), "scope", "row");
    html.element("td", Numbers.whole(one.count()));
    html.element("td", Numbers.share(one.accuracy()));
    html.element("td", Numbers.share(one.accuracyLowerBound()));
    gap(one.gap());
    gap(one.gapByChance());
    html.element("td", Numbers.fixed(one.calibrationError(), 4));
    Double over = one.overconfidence();
    html.element("td", over == null ? "never predicted" : Numbers.points(over));
    html.close("tr");
  }

  private void gap(@Nullable Double gap) {
    html.element("td", gap == null ? "none" : Numbers.fixed(gap, 3));
  }
}
