package org.limbeck.report.chart;

import java.util.function.DoubleFunction;

/**
 * The frame of a chart: two scales with their grid lines, ticks and titles.
 *
 * @param x from left to right
 * @param y from bottom to top, so its {@code from} is greater than its {@code to}
 */
record Plot(Scale x, Scale y) {
  private static final double TICK_GAP = 8;
  private static final double LINE = 21;

  /** Draws vertical grid lines with ticks below them. */
  void drawX(Svg svg, int ticks, DoubleFunction<String> format) {
    for (double tick : x.ticks(ticks)) {
      double at = x.at(tick);
      svg.line(at, y.from(), at, y.to(), "grid");
      svg.text(at, y.from() + LINE, Svg.Anchor.MIDDLE, format.apply(tick), "tick");
    }
  }

  /** Draws horizontal grid lines with ticks at their left. */
  void drawY(Svg svg, int ticks, DoubleFunction<String> format) {
    for (double tick : y.ticks(ticks)) {
      double at = y.at(tick);
      svg.line(x.from(), at, x.to(), at, "grid");
      svg.text(x.from() - TICK_GAP, at + 5, Svg.Anchor.END, format.apply(tick), "tick");
    }
  }

  /** Writes what the x scale measures below its ticks. */
  void titleX(Svg svg, String title) {
    svg.text((x.from() + x.to()) / 2, y.from() + 2 * LINE + 3, Svg.Anchor.MIDDLE, title, "title");
  }

  /** Writes what the y scale measures above its upper end. */
  void titleY(Svg svg, String title) {
    svg.text(4, y.to() - 18, Svg.Anchor.START, title, "title");
  }
}
