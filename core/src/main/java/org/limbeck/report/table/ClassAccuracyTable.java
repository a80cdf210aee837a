package org.limbeck.report.table;

import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.report.chart.ClassAccuracyChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The numbers of {@link ClassAccuracyChart} as a table. */
public final class ClassAccuracyTable {
  private final Html html;
  private final List<String> names;
  private final List<ClassAccuracyChart.Series> series;

  public ClassAccuracyTable(Html html, List<String> names, List<ClassAccuracyChart.Series> series) {
    this.html = html;
    this.names = names;
    this.series = series;
  }

  public void write(List<Integer> order) {
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
    count(series.get(0).metrics().classCount().get(y));
    for (ClassAccuracyChart.Series one : series) {
      ClassMetrics metrics = one.metrics();
      cell(metrics.classAccuracy().get(y), Numbers::share);
      cell(metrics.classLowerBound().get(y), Numbers::lowerShare);
    }
    html.close("tr");
  }

  private void count(int examples) {
    html.open("td").text(Numbers.whole(examples));
    if (examples > 0 && FewExamples.onTest(examples)) {
      html.element("span", "few examples", "class", "note");
    }
    html.close("td");
  }

  private void cell(@Nullable Double share, DoubleFunction<String> text) {
    if (share == null) {
      html.element("td", "no examples", "class", "nothing");
    } else {
      html.element("td", text.apply(share), "data-value", Numbers.exact(share));
    }
  }
}
