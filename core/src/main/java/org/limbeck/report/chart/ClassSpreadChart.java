package org.limbeck.report.chart;

import java.util.List;
import java.util.Objects;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** All class accuracies of each student from its worst to its best, where classes are many. */
public final class ClassSpreadChart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 250;

  private final Html html;
  private final List<ClassAccuracyChart.Series> series;
  private final Plot plot;

  /** A chart of some students and the number of their classes. */
  public ClassSpreadChart(Html html, int classes, List<ClassAccuracyChart.Series> series) {
    this.html = html;
    this.series = series;
    plot = new Plot(Scale.linear(1, classes, 70, WIDTH - 20), Scale.linear(0, 1, HEIGHT - 58, 40));
  }

  /** Draws the chart. */
  public void draw() {
    html.open("figure", "class", "chart wide");
    var svg =
        Svg.open(html, WIDTH, HEIGHT, "Accuracy of all classes, each student\u2019s worst first");
    plot.drawX(svg, 8, Numbers::plain);
    plot.drawY(svg, 5, Numbers::tick);
    plot.titleX(svg, "classes, each student\u2019s own worst first");
    plot.titleY(svg, "class accuracy on test");
    series.forEach(one -> curve(svg, one));
    svg.close();
    html.open("figcaption");
    Legend.write(html, "", series.stream().map(ClassAccuracyChart.Series::legend).toList());
    html.close("figcaption").close("figure");
  }

  private void curve(Svg svg, ClassAccuracyChart.Series one) {
    double[] ascending =
        one.metrics().classAccuracy().stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    var path = new StringBuilder();
    for (int i = 0; i < ascending.length; i++) {
      path.append(i == 0 ? "M" : "L");
      path.append(Svg.point(plot.x().at(i + 1), plot.y().at(ascending[i])));
    }
    svg.group("line " + one.style(), one.name());
    svg.path(path.toString(), "curve");
    svg.endGroup();
  }
}
