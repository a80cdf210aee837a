package org.limbeck.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.diagnosis.MeasuredMode;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Texts;

/** The calibration gap of each class in one score mode as bars, in raw scores as marks. */
public final class GapChart {
  private static final double WIDTH = 400;
  private static final double LEFT = 116;
  private static final double RIGHT = 380;
  private static final double TOP = 14;
  private static final double HEIGHT = 348;
  private static final int NAME_LENGTH = 9;
  private static final int MOST_ROWS = 16;

  private final Html html;
  private final List<String> names;
  private final List<? extends MeasuredMode> modes;
  private final double row;
  private final List<Integer> shown;
  private final Plot plot;

  /**
   * A chart.
   *
   * @param widest the largest gap of all charts that are to be compared
   */
  public GapChart(
      Html html, List<String> names, List<? extends MeasuredMode> modes, double widest) {
    this.html = html;
    this.names = names;
    this.modes = modes;
    shown = shown();
    row = Math.min(60, HEIGHT / shown.size());
    double bottom = TOP + row * shown.size();
    double high = Math.max(widest, 0.01) * 1.05;
    plot = new Plot(Scale.linear(0, high, LEFT, RIGHT), Scale.linear(0, shown.size(), bottom, TOP));
  }

  // In label order, so that the charts of several teachers compare line by line; of many classes
  // the ones with the largest gaps.
  private List<Integer> shown() {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparingDouble(y -> -gap(modes.get(0), y)))
        .limit(MOST_ROWS)
        .sorted()
        .toList();
  }

  private static double gap(MeasuredMode diagnosis, int y) {
    Double gap = diagnosis.measured().classCalibrationGap().get(y);
    return gap == null ? -1 : gap;
  }

  /** Draws the chart. */
  public void draw() {
    html.open("figure", "class", "chart");
    var svg = Svg.open(html, WIDTH, plot.y().from() + 54, "Calibration gap of each class");
    plot.drawX(svg, 4, Numbers::plain);
    plot.titleX(svg, "class gap (0 is perfect)");
    for (int i = 0; i < shown.size(); i++) {
      line(svg, shown.get(i), TOP + (i + 0.5) * row);
    }
    svg.close();
    String few = shown.size() < names.size() ? "Largest " + shown.size() + " gaps" : "Class gap";
    html.open("figcaption");
    Legend.write(html, few, ModeLegend.entries(modes));
    html.close("figcaption").close("figure");
  }

  private void line(Svg svg, int y, double middle) {
    svg.group("row", tooltip(y));
    svg.text(
        LEFT - 10, middle + 5, Svg.Anchor.END, Texts.shortened(names.get(y), NAME_LENGTH), "tick");
    if (gap(modes.get(0), y) >= 0) {
      double half = Math.min(9, row * 0.35);
      double length = plot.x().at(gap(modes.get(0), y)) - LEFT;
      svg.rectangle(LEFT, middle - half, Math.max(length, 1), 2 * half, "s1 fill");
    }
    if (modes.size() > 1 && gap(modes.get(1), y) >= 0) {
      svg.path(Mark.DIAMOND.path(plot.x().at(gap(modes.get(1), y)), middle, 5), "s2 outline");
    }
    svg.endGroup();
  }

  private String tooltip(int y) {
    var text = new StringBuilder(names.get(y));
    for (MeasuredMode diagnosis : modes) {
      text.append('\n').append(diagnosis.mode().label()).append(": ");
      double gap = gap(diagnosis, y);
      text.append(gap < 0 ? "undefined" : Numbers.fixed(gap, 3));
    }
    return text.toString();
  }
}
