package org.limbeck.scores.column;

import java.util.List;
import java.util.stream.Collectors;

/** Names of columns in sentences. */
public final class HeaderText {
  private static final int MOST = 12;

  private HeaderText() {}

  /** Names between commas, the first of many. */
  public static String list(List<String> names) {
    return joined(names, "");
  }

  /** The same in quotes. */
  public static String quoted(List<String> names) {
    return joined(names, "'");
  }

  /** {@code p0..p9} where they are numbered or many, else all names. */
  public static String range(List<String> names) {
    int last = names.size() - 1;
    boolean numbered =
        last > 0 && names.get(0).endsWith("0") && names.get(last).endsWith("" + last);
    return last < 3 && !numbered ? String.join(", ", names) : names.get(0) + ".." + names.get(last);
  }

  private static String joined(List<String> names, String quote) {
    String text =
        names.stream()
            .limit(MOST)
            .map(name -> name.isEmpty() ? "the column without a name" : quote + name + quote)
            .collect(Collectors.joining(", "));
    return names.size() > MOST ? "%s and %d more".formatted(text, names.size() - MOST) : text;
  }
}
