package org.limbeck.report.chart;

import java.util.Collections;
import java.util.List;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** The training examples of each class: all classes as columns, or one class as a bar. */
public final class ClassCountsChart {
  private static final double BAR = 120;
  private static final double WIDTH = 640;
  private static final double LEFT = 70;
  private static final double TOP = 40;
  private static final double BOTTOM = 200;

  private final Html html;
  private final List<String> names;
  private final List<Integer> counts;
  private final int most;

  /**
   * A chart.
   *
   * @param names of the classes, in label order
   * @param counts of their training examples
   */
  public ClassCountsChart(Html html, List<String> names, List<Integer> counts) {
    this.html = html;
    this.names = names;
    this.counts = counts;
    most = Math.max(1, Collections.max(counts));
  }

  /** Draws one class as a bar, for a cell of a table. */
  public void bar(int y) {
    int count = counts.get(y);
    var svg = Svg.open(html, BAR, 12, Numbers.count(count, "training example"));
    svg.rectangle(0, 1, Math.max(1, BAR * count / most), 10, "s1 fill");
    svg.close();
  }

  /** Draws all classes as columns. */
  public void draw() {
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
      svg.group("s1", names.get(y) + ": " + Numbers.whole(counts.get(y)));
      svg.rectangle(LEFT + y * step, top, step * 0.9, Math.max(BOTTOM - top, 0.5), "column");
      svg.endGroup();
    }
    svg.close();
    html.close("figure");
  }
}
