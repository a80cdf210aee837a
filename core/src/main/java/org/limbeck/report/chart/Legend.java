package org.limbeck.report.chart;

import java.util.List;
import org.limbeck.report.html.Html;

/** A legend beside a chart: marks with their names, wrapping where there is no room. */
public final class Legend {
  private static final double SIZE = 18;

  /**
   * One entry.
   *
   * @param mark its shape
   * @param style its classes in the style sheet
   * @param name what it stands for
   */
  public record Entry(Mark mark, String style, String name) {}

  private Legend() {}

  /** Writes a legend; without a title where that is empty. */
  public static void write(Html html, String title, List<Entry> entries) {
    html.open("div", "class", "legend");
    if (!title.isEmpty()) {
      html.element("span", title, "class", "legend-title");
    }
    html.open("ul");
    for (Entry entry : entries) {
      html.open("li");
      html.open("svg", "viewBox", "0 0 18 18", "aria-hidden", "true");
      html.empty("path", "d", entry.mark().path(SIZE / 2, SIZE / 2, 6), "class", entry.style());
      html.close("svg").text(entry.name()).close("li");
    }
    html.close("ul").close("div");
  }
}
