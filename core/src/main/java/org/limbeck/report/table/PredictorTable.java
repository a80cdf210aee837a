package org.limbeck.report.table;

import java.util.List;
import java.util.Optional;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.metric.Estimate;
import org.limbeck.metric.PredictorComparison;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The rank correlations of a study's teachers with their students, with their intervals. */
public final class PredictorTable {
  private static final String CAPTION =
      "Spearman\u2019s rank correlation with the students\u2019 worst-class accuracy. The theory"
          + " expects it below 0 for the worst gap; robustness would have it above 0 for the"
          + " teacher\u2019s own worst class. The last column is above 0 where the gap predicts better"
          + " in its direction; 95\u00a0% bootstrap intervals below.";

  private final Html html;

  public PredictorTable(Html html) {
    this.html = html;
  }

  public void write(GoodTeacher answer) {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr").element("th", "Students", "scope", "col");
    List<String> columns =
        List.of(
            "Count",
            "Teachers",
            "Worst gap",
            "Own worst class",
            "\u2212gap \u2212 own worst class");
    columns.forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    row("all", answer.all());
    if (answer.severalObjectives()) {
      row("all, within their objective", answer.within());
      answer.byStudent().forEach((student, comparison) -> row(student, Optional.of(comparison)));
    }
    html.close("tbody");
    Tables.close(html);
  }

  private void row(String name, Optional<PredictorComparison> comparison) {
    comparison.ifPresent(
        values -> {
          html.open("tr").element("th", name, "scope", "row");
          html.element("td", Numbers.whole(values.observations()));
          html.element("td", Numbers.whole(values.clusters()));
          cell(values.first());
          cell(values.second());
          cell(values.difference());
          html.close("tr");
        });
  }

  private void cell(Estimate estimate) {
    html.open("td", "data-value", Numbers.exact(estimate.value()));
    html.text(Numbers.signed(estimate.value(), 2));
    Double low = estimate.low();
    Double high = estimate.high();
    if (low != null && high != null) {
      String ends = Numbers.signed(low, 2) + " to " + Numbers.signed(high, 2);
      html.element("span", ends, "class", "interval");
    }
    html.close("td");
  }
}
