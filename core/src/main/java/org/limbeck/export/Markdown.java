package org.limbeck.export;

import java.util.List;
import java.util.stream.Collectors;

/** Text as Markdown (CommonMark with tables). */
final class Markdown {
  private static final String SPECIAL = "\\`*_[]<>&|~#$!";

  private Markdown() {}

  /** Text from outside so that it shows as it is, in a sentence or a table cell. */
  static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (SPECIAL.indexOf(point) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(isBreak(point) ? ' ' : point);
            });
    return escaped.toString();
  }

  private static boolean isBreak(int point) {
    return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
  }

  /**
   * A table; cells are Markdown already.
   *
   * @param left the number of columns set to the left, from the first; the others hold numbers
   */
  static String table(int left, List<String> header, List<List<String>> rows) {
    var table = new StringBuilder(row(header));
    for (int i = 0; i < header.size(); i++) {
      table.append(i < left ? "|---" : "|---:");
    }
    table.append("|\n");
    rows.forEach(row -> table.append(row(row)));
    return table.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
