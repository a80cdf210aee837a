package org.limbeck.report.table;

import org.limbeck.report.chart.ClassCountsChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;
import org.limbeck.store.DataSummary;

/** How many examples each class has, so that a long tail is visible. */
public final class ClassCounts {
  // More rows than these hide the shape of the tail, so a chart of columns shows it instead.
  private static final int MOST_ROWS = 20;

  private final Html html;
  private final DataSummary data;
  private final ClassCountsChart chart;

  public ClassCounts(Html html, DataSummary data) {
    this.html = html;
    this.data = data;
    chart = new ClassCountsChart(html, data.classNames(), data.trainCounts());
  }

  public void write() {
    html.open("section", "id", "data").element("h2", "Examples of each class");
    html.element("p", "How the splits were cut: " + data.protocol() + ".", "class", "lead");
    if (data.classNames().size() <= MOST_ROWS) {
      table();
    } else {
      chart.draw();
      html.open("details").element("summary", "All classes as a table");
      table();
      html.close("details");
    }
    html.close("section");
  }

  private void table() {
    Tables.open(html, "counts", "Examples of each class in each split; the bar shows training.");
    html.open("thead").open("tr").element("th", "Class", "scope", "col");
    html.element("th", "Train", "scope", "col", "colspan", "2", "class", "left");
    html.element("th", "Validation", "scope", "col").element("th", "Test", "scope", "col");
    html.close("tr").close("thead").open("tbody");
    for (int y = 0; y < data.classNames().size(); y++) {
      row(y);
    }
    html.close("tbody");
    Tables.close(html);
  }

  private void row(int y) {
    html.open("tr").element("th", data.classNames().get(y), "scope", "row");
    html.open("td", "class", "bar");
    chart.bar(y);
    html.close("td").element("td", Numbers.whole(data.trainCounts().get(y)));
    html.element("td", Numbers.whole(data.validationCounts().get(y)));
    html.element("td", Numbers.whole(data.testCounts().get(y))).close("tr");
  }
}
