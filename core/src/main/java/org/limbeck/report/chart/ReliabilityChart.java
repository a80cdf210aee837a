package org.limbeck.report.chart;

import java.util.List;
import org.limbeck.diagnosis.MeasuredMode;
import org.limbeck.metric.ReliabilityDiagram;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/**
 * Confidence of the top class against how often it is right, and how many examples have it.
 *
 * <p>Perfect scores lie on the diagonal. The first diagnosis is in front, the second an outline.
 */
public final class ReliabilityChart {
  private static final double WIDTH = 400;
  private static final double LEFT = 62;
  private static final double RIGHT = 372;
  private static final double TOP = 40;
  private static final double BOTTOM = 300;
  private static final double COUNTS_TOP = 312;
  private static final double COUNTS_BOTTOM = 362;

  // Bins with fewer examples are drawn faint: their accuracy is mostly chance.
  private static final int FEW = 10;

  private final Html html;
  private final List<? extends MeasuredMode> modes;
  private final Plot plot;
  private final int most;

  /** A chart of one diagnosis, or of two to compare. */
  public ReliabilityChart(Html html, List<? extends MeasuredMode> modes) {
    this.html = html;
    this.modes = modes;
    plot = new Plot(Scale.linear(0, 1, LEFT, RIGHT), Scale.linear(0, 1, BOTTOM, TOP));
    most =
        modes.stream()
            .flatMap(diagnosis -> diagnosis.reliability().bins().stream())
            .mapToInt(ReliabilityDiagram.Bin::count)
            .max()
            .orElse(1);
  }

  /** Draws the chart. */
  public void draw() {
    html.open("figure", "class", "chart");
    var svg = Svg.open(html, WIDTH, COUNTS_BOTTOM + 54, "Reliability of the top class");
    plot.drawY(svg, 5, Numbers::tick);
    plot.titleY(svg, "accuracy");
    svg.line(LEFT, BOTTOM, RIGHT, TOP, "front");
    axis(svg);
    for (int i = modes.size() - 1; i >= 0; i--) {
      curve(svg, modes.get(i), i == 0);
    }
    svg.close();
    html.open("figcaption");
    Legend.write(
        html, "Reliability (faint: under 10 examples); bars: examples", ModeLegend.entries(modes));
    html.close("figcaption").close("figure");
  }

  private void axis(Svg svg) {
    var below = new Plot(plot.x(), Scale.linear(0, 1, COUNTS_BOTTOM, TOP));
    below.drawX(svg, 5, Numbers::tick);
    below.titleX(svg, "confidence of the top class");
  }

  private void curve(Svg svg, MeasuredMode diagnosis, boolean front) {
    var path = new StringBuilder();
    String style = front ? "s1 fill" : "s2 outline";
    for (ReliabilityDiagram.Bin bin : diagnosis.reliability().bins()) {
      if (bin.count() > 0) {
        bar(svg, bin, front);
        path.append(path.isEmpty() ? "M" : "L").append(Svg.point(x(bin), y(bin)));
      }
    }
    svg.path(path.toString(), (front ? "s1" : "s2") + " curve thin");
    for (ReliabilityDiagram.Bin bin : diagnosis.reliability().bins()) {
      if (bin.count() > 0) {
        svg.group(bin.count() < FEW ? "mark few" : "mark", tooltip(diagnosis, bin));
        svg.path((front ? Mark.CIRCLE : Mark.DIAMOND).path(x(bin), y(bin), 4.5), style);
        svg.endGroup();
      }
    }
  }

  private void bar(Svg svg, ReliabilityDiagram.Bin bin, boolean front) {
    double height = Math.max(1, (COUNTS_BOTTOM - COUNTS_TOP) * bin.count() / most);
    double from = plot.x().at(bin.lower()) + 1.5;
    double width = plot.x().at(bin.upper()) - 1.5 - from;
    String style = front ? "s1 bar" : "s2 outline";
    svg.rectangle(from, COUNTS_BOTTOM - height, width, height, style);
  }

  private double x(ReliabilityDiagram.Bin bin) {
    Double confidence = bin.meanConfidence();
    return plot.x().at(confidence == null ? bin.lower() : confidence);
  }

  private double y(ReliabilityDiagram.Bin bin) {
    Double accuracy = bin.accuracy();
    return plot.y().at(accuracy == null ? 0 : accuracy);
  }

  private static String tooltip(MeasuredMode diagnosis, ReliabilityDiagram.Bin bin) {
    Double confidence = bin.meanConfidence();
    Double accuracy = bin.accuracy();
    return "%s: confidence %s, right %s, %s"
        .formatted(
            diagnosis.mode().label(),
            Numbers.percent(confidence == null ? 0 : confidence),
            Numbers.percent(accuracy == null ? 0 : accuracy),
            Numbers.count(bin.count(), "example"));
  }
}
