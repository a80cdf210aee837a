package org.limbeck.report;

import java.util.Locale;

/**
 * A chart in inline SVG: a plane with axes, in a coordinate system that scales with the page.
 *
 * <p>Colours are CSS classes, so that they follow the page's light or dark scheme.
 */
final class Chart {
  static final double WIDTH = 520;
  private static final double LEFT = 52;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double BOTTOM = 40;

  private final Html html;
  private final double height;
  private final Scale x;
  private final Scale y;
  private final double right;

  /** A range of values; {@code high > low}. */
  record Scale(double low, double high) {
    /** The smallest range on a grid of {@code step} that holds both values, within [0, 1]. */
    static Scale around(double least, double most, double step) {
      double low = Math.max(0, Math.floor(least / step) * step);
      double high = Math.min(1, Math.ceil(most / step) * step);
      return new Scale(low, Math.max(high, low + step));
    }

    double share(double value) {
      return (Math.min(high, Math.max(low, value)) - low) / (high - low);
    }
  }

  /**
   * What stands at an axis.
   *
   * @param title of the axis
   * @param format of its numbers; empty for none
   * @param factor that values are shown times
   */
  record Axis(String title, String format, double factor) {
    static Axis percent(String title) {
      return new Axis(title + ", %", "%.0f", 100);
    }

    String number(double value) {
      return format.isEmpty() ? "" : String.format(Locale.ROOT, format, value * factor);
    }
  }

  /** Opens a chart; {@code margin} is kept free at the right for labels. */
  Chart(Html html, String title, double height, Scale x, Scale y, double margin) {
    this.html = html;
    this.height = height;
    this.x = x;
    this.y = y;
    right = RIGHT + margin;
    html.format(
        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">\n",
        WIDTH, height, Html.escape(title));
  }

  double x(double value) {
    return LEFT + x.share(value) * (WIDTH - LEFT - right);
  }

  double y(double value) {
    return height - BOTTOM - y.share(value) * (height - TOP - BOTTOM);
  }

  /** Grid lines, numbers and titles on both axes. */
  Chart axes(Axis across, Axis up) {
    for (int i = 0; i <= 5; i++) {
      double atX = x.low() + i * (x.high() - x.low()) / 5;
      double atY = y.low() + i * (y.high() - y.low()) / 5;
      line("grid", x(atX), TOP, x(atX), height - BOTTOM);
      line("grid", LEFT, y(atY), WIDTH - right, y(atY));
      text(x(atX), height - BOTTOM + 16, "middle", across.number(atX));
      text(LEFT - 6, y(atY) + 4, "end", up.number(atY));
    }
    text((LEFT + WIDTH - right) / 2, height - 6, "middle", across.title());
    html.format(
        "<text x=\"12\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 12 %.1f)\">%s</text>\n",
        (height - BOTTOM + TOP) / 2, (height - BOTTOM + TOP) / 2, Html.escape(up.title()));
    return this;
  }

  Chart line(String style, double x1, double y1, double x2, double y2) {
    html.format(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
        style, x1, y1, x2, y2);
    return this;
  }

  Chart text(double atX, double atY, String anchor, String content) {
    html.format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", atX, atY, anchor);
    html.raw(Html.escape(content)).raw("</text>\n");
    return this;
  }

  Chart circle(String style, double atX, double atY, double radius, String title) {
    html.format(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">", style, atX, atY, radius);
    html.element("title", title).raw("</circle>\n");
    return this;
  }

  Chart square(String style, double atX, double atY, double radius, String title) {
    return bar(style, atX - radius, atY - radius, 2 * radius, 2 * radius, title);
  }

  Chart bar(String style, double atX, double atY, double width, double tall, String title) {
    html.format(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
        style, atX, atY, Math.max(0, width), Math.max(0, tall));
    html.element("title", title).raw("</rect>\n");
    return this;
  }

  Chart path(String style, String points) {
    html.format("<polyline class=\"%s\" points=\"%s\"/>\n", style, points);
    return this;
  }

  /** One point of a path. */
  String point(double valueX, double valueY) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x(valueX), y(valueY));
  }

  void end() {
    html.raw("</svg>\n");
  }
}
