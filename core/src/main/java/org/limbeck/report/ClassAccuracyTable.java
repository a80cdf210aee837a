package org.limbeck.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.report.chart.ClassAccuracyChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The numbers of {@link ClassAccuracyChart} as a table. */
final class ClassAccuracyTable {
  private final Html html;
  private final List<String> names;
  private final List<ClassAccuracyChart.Series> series;

  ClassAccuracyTable(Html html, List<String> names, List<ClassAccuracyChart.Series> series) {
    this.html = html;
    this.names = names;
    this.series = series;
  }

  void write(List<Integer> order) {
    html.open("details").element("summary", "The same as a table");
    Tables.open(
        html,
        "plain",
        "Class accuracy on test in percent, and the exact lower bound at 95\u00a0% confidence.");
    head();
    html.open("tbody");
    order.forEach(this::row);
    html.close("tbody");
    Tables.close(html);
    html.close("details");
  }

  private void head() {
    html.open("thead").open("tr").element("th", "Class", "scope", "col");
    html.element("th", "Examples", "scope", "col");
    for (ClassAccuracyChart.Series one : series) {
      html.element("th", one.name(), "scope", "col");
      html.element("th", "at least", "scope", "col");
    }
    html.close("tr").close("thead");
  }

  private void row(int y) {
    html.open("tr").element("th", names.get(y), "scope", "row");
    html.element("td", Numbers.whole(series.get(0).metrics().classCount().get(y)));
    for (ClassAccuracyChart.Series one : series) {
      ClassMetrics metrics = one.metrics();
      cell(metrics.classAccuracy().get(y));
      cell(metrics.classLowerBound().get(y));
    }
    html.close("tr");
  }

  private void cell(@Nullable Double share) {
    if (share == null) {
      html.element("td", "no examples", "class", "nothing");
    } else {
      html.element("td", Numbers.share(share), "data-value", Numbers.exact(share));
    }
  }
}
