package org.limbeck.report;

import java.util.Collections;
import java.util.List;
import org.limbeck.report.chart.Plot;
import org.limbeck.report.chart.Scale;
import org.limbeck.report.chart.Svg;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;
import org.limbeck.store.DataSummary;

/** How many examples each class has, the long tail visible. */
final class ClassCounts {
  // More rows than these hide the shape of the tail, so a chart of columns shows it instead.
  private static final int MOST_ROWS = 20;
  private static final double BAR = 120;
  private static final double WIDTH = 640;
  private static final double LEFT = 70;
  private static final double TOP = 40;
  private static final double BOTTOM = 200;

  private final Html html;
  private final DataSummary data;
  private final int most;

  ClassCounts(Html html, DataSummary data) {
    this.html = html;
    this.data = data;
    most = Math.max(1, Collections.max(data.trainCounts()));
  }

  void write() {
    html.open("section", "id", "data").element("h2", "Examples of each class");
    html.element("p", "How the splits were cut: " + data.protocol() + ".", "class", "lead");
    if (data.classNames().size() <= MOST_ROWS) {
      table();
    } else {
      columns();
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
    int train = data.trainCounts().get(y);
    html.open("tr").element("th", data.classNames().get(y), "scope", "row");
    html.open("td", "class", "bar");
    var svg = Svg.open(html, BAR, 12, Numbers.count(train, "training example"));
    svg.rectangle(0, 1, Math.max(1, BAR * train / most), 10, "s1 fill");
    svg.close();
    html.close("td").element("td", Numbers.whole(train));
    html.element("td", Numbers.whole(data.validationCounts().get(y)));
    html.element("td", Numbers.whole(data.testCounts().get(y))).close("tr");
  }

  private void columns() {
    List<Integer> counts = data.trainCounts();
    html.open("figure", "class", "chart wide");
    html.element("figcaption", "Training examples of each class, in label order");
    var svg = Svg.open(html, WIDTH, BOTTOM + 12, "Training examples of each class");
    double step = (WIDTH - LEFT - 10) / counts.size();
    var plot =
        new Plot(
            Scale.linear(0, counts.size(), LEFT, WIDTH - 10), Scale.linear(0, most, BOTTOM, TOP));
    plot.drawY(svg, 4, Numbers::plain);
    plot.titleY(svg, "examples");
    for (int y = 0; y < counts.size(); y++) {
      double top = plot.y().at(counts.get(y));
      svg.group("s1", data.classNames().get(y) + ": " + Numbers.whole(counts.get(y)));
      svg.rectangle(LEFT + y * step, top, step * 0.9, Math.max(BOTTOM - top, 0.5), "column");
      svg.endGroup();
    }
    svg.close();
    html.close("figure");
  }
}
