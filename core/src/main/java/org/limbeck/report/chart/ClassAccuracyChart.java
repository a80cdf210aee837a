package org.limbeck.report.chart;

import java.util.List;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Texts;

/** One line for each class: a mark at its accuracy, a whisker down to its lower bound. */
public final class ClassAccuracyChart {
  private static final double WIDTH = 640;
  private static final double LEFT = 150;
  private static final double RIGHT = 552;
  private static final double TOP = 14;
  private static final double ROW = 36;
  private static final double APART = 14;
  private static final int NAME_LENGTH = 13;

  /**
   * One student.
   *
   * @param name in the legend
   * @param mark its shape
   * @param style its colour
   * @param metrics of one seed on test
   */
  public record Series(String name, Mark mark, String style, ClassMetrics metrics) {
    /** Its entry in a legend. */
    public Legend.Entry legend() {
      return new Legend.Entry(mark, style + " fill", name);
    }
  }

  /** A chart shows at most this many classes, the worst ones; the table shows all. */
  public static final int MOST_CLASSES = 24;

  private final Html html;
  private final List<String> names;
  private final List<Series> series;

  /** A chart of some students; the first one's accuracies are also written in figures. */
  public ClassAccuracyChart(Html html, List<String> names, List<Series> series) {
    this.html = html;
    this.names = names;
    this.series = series;
  }

  /** Draws the first {@link #MOST_CLASSES} of the classes in this order. */
  public void draw(List<Integer> worstFirst) {
    int rows = Math.min(worstFirst.size(), MOST_CLASSES);
    double bottom = TOP + rows * ROW;
    var svg = Svg.open(html, WIDTH, bottom + 54, "Accuracy of each class, worst first");
    var plot = new Plot(Scale.linear(0, 1, LEFT, RIGHT), Scale.linear(0, rows, bottom, TOP));
    plot.drawX(svg, 5, Numbers::tick);
    plot.titleX(svg, "class accuracy on test");
    for (int i = 0; i < rows; i++) {
      row(svg, plot, worstFirst.get(i), TOP + (i + 0.5) * ROW);
    }
    svg.close();
  }

  private void row(Svg svg, Plot plot, int y, double middle) {
    svg.line(LEFT, middle + ROW / 2, RIGHT, middle + ROW / 2, "grid");
    svg.group("row", names.get(y));
    svg.text(
        LEFT - 12, middle + 5, Svg.Anchor.END, Texts.shortened(names.get(y), NAME_LENGTH), "tick");
    svg.endGroup();
    for (int i = 0; i < series.size(); i++) {
      double offset = (i - (series.size() - 1) / 2.0) * APART;
      mark(svg, plot, y, middle + offset, series.get(i));
    }
    Double accuracy = series.get(0).metrics().classAccuracy().get(y);
    String value = accuracy == null ? "none" : Numbers.share(accuracy);
    svg.text(WIDTH - 4, middle + 5, Svg.Anchor.END, value, "value " + series.get(0).style());
  }

  private void mark(Svg svg, Plot plot, int y, double line, Series one) {
    Double accuracy = one.metrics().classAccuracy().get(y);
    Double bound = one.metrics().classLowerBound().get(y);
    if (accuracy == null || bound == null) {
      return;
    }
    String tooltip =
        "%s\nclass %s: %s of %s, at least %s with 95\u00a0%% confidence"
            .formatted(
                one.name(),
                names.get(y),
                Numbers.percent(accuracy),
                Numbers.count(one.metrics().classCount().get(y), "example"),
                Numbers.percent(bound));
    svg.group("mark", tooltip);
    double x = plot.x().at(accuracy);
    double low = plot.x().at(bound);
    svg.line(low, line, x, line, "bound " + one.style());
    svg.line(low, line - 4, low, line + 4, "bound " + one.style());
    svg.path(one.mark().path(x, line, 5.5), one.style() + " fill");
    svg.endGroup();
  }
}
