package org.limbeck.plan.key;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as double-quoted scalars of YAML. */
public final class Quoted {
  private Quoted() {}

  /** A double-quoted scalar: any file name survives. */
  public static String text(String value) {
    var text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return text.append('"').toString();
  }

  /** A list of double-quoted scalars; an empty one is an empty text, which is not written. */
  static String list(List<String> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(Quoted::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
