package org.limbeck.report.html;

/** Tables that scroll inside their own box where the page is too narrow for them. */
public final class Tables {
  private Tables() {}

  /**
   * Begins a table; its rows follow.
   *
   * @param style its classes in the style sheet
   * @param caption what it shows; stays in sight while the table scrolls
   */
  public static void open(Html html, String style, String caption) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table", "class", style);
    html.open("caption").element("span", caption).close("caption");
  }

  /** Ends a table. */
  public static void close(Html html) {
    html.close("table").close("div");
  }
}
