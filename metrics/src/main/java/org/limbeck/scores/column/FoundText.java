package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.List;

/** What a reader took for what, in a line: nothing is guessed in silence. */
public final class FoundText {
  private final int rows;
  private final List<String> parts = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  public FoundText(int rows) {
    this.rows = rows;
  }

  public static String quoted(String name) {
    return "'" + name + "'";
  }

  /** Adds a thing and where it is from. */
  public void add(String what, String from) {
    parts.add(what + " from " + from);
  }

  /** Adds a remark, if it is not empty. */
  public void remark(String text) {
    if (!text.isEmpty()) {
      remarks.add(text);
    }
  }

  /** The line, with the names of columns or arrays that are left out. */
  public String leaving(List<String> names) {
    return "read %,d row%s: %s%s%s"
        .formatted(
            rows,
            rows == 1 ? "" : "s",
            String.join(", ", parts),
            String.join("", remarks.stream().map(text -> "; " + text).toList()),
            names.isEmpty() ? "" : "; left out: " + HeaderText.quoted(names));
  }
}
