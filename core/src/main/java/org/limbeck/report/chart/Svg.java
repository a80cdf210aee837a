package org.limbeck.report.chart;

import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/**
 * Draws into a document; colours and fonts come from the classes of the style sheet.
 *
 * <p>Lengths are in units of the view box; the drawing takes the width it is given.
 */
final class Svg {
  private final Html html;

  private Svg(Html html) {
    this.html = html;
  }

  /**
   * Begins a drawing.
   *
   * @param label what it shows, for readers who cannot see it
   */
  static Svg open(Html html, double width, double height, String label) {
    String box = "0 0 " + Numbers.coordinate(width) + " " + Numbers.coordinate(height);
    html.open("svg", "viewBox", box, "role", "img", "aria-label", label);
    return new Svg(html);
  }

  /** Ends the drawing. */
  void close() {
    html.close("svg");
  }

  /** Begins a group that shows {@code tooltip} under the pointer. */
  Svg group(String style, String tooltip) {
    html.open("g", "class", style).element("title", tooltip);
    return this;
  }

  /** Ends a group. */
  void endGroup() {
    html.close("g");
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    path("M" + point(x1, y1) + "L" + point(x2, y2), style);
  }

  void rectangle(double x, double y, double width, double height, String style) {
    html.empty(
        "rect",
        "x",
        Numbers.coordinate(x),
        "y",
        Numbers.coordinate(y),
        "width",
        Numbers.coordinate(width),
        "height",
        Numbers.coordinate(height),
        "class",
        style);
  }

  void circle(double x, double y, double radius, String style) {
    html.empty(
        "circle",
        "cx",
        Numbers.coordinate(x),
        "cy",
        Numbers.coordinate(y),
        "r",
        Numbers.coordinate(radius),
        "class",
        style);
  }

  void path(String path, String style) {
    html.empty("path", "d", path, "class", style);
  }

  /** Text that begins, is centred or ends at x; on the line y. */
  void text(double x, double y, Anchor anchor, String text, String style) {
    html.element(
        "text",
        text,
        "x",
        Numbers.coordinate(x),
        "y",
        Numbers.coordinate(y),
        "class",
        style + " " + anchor.style);
  }

  /** Which point of a text is at its x. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String style;

    Anchor(String style) {
      this.style = style;
    }
  }

  /** A point of a path. */
  static String point(double x, double y) {
    return Numbers.coordinate(x) + " " + Numbers.coordinate(y);
  }
}
