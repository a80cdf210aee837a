package org.limbeck.report.table;

import java.util.List;
import org.limbeck.metric.DeltaWorst;
import org.limbeck.report.chart.ClassAccuracyChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The accuracy under class frequencies near uniform, between balanced and worst-class accuracy. */
public final class DeltaWorstTable {
  private static final String CAPTION =
      "Delta-worst accuracy in percent: the lowest over class frequencies whose KL divergence from"
          + " uniform is at most delta nats; 0 gives the balanced accuracy, log m the worst class.";
  private static final List<Double> DELTAS = List.of(0.0, 0.1, 0.5);

  private final Html html;
  private final List<ClassAccuracyChart.Series> series;

  public DeltaWorstTable(Html html, List<ClassAccuracyChart.Series> series) {
    this.html = html;
    this.series = series;
  }

  public void write() {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr").element("th", "Delta", "scope", "col");
    series.forEach(one -> html.element("th", one.name(), "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    DELTAS.forEach(delta -> row(Numbers.plain(delta), delta));
    row("log m", Double.POSITIVE_INFINITY); // log m itself may round to just below the border
    html.close("tbody");
    Tables.close(html);
  }

  private void row(String name, double delta) {
    html.open("tr").element("th", name, "scope", "row");
    for (ClassAccuracyChart.Series one : series) {
      double accuracy = DeltaWorst.of(one.metrics(), delta);
      html.element("td", Numbers.share(accuracy), "data-value", Numbers.exact(accuracy));
    }
    html.close("tr");
  }
}
