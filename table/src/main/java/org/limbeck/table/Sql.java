package org.limbeck.table;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as SQL. */
final class Sql {
  private Sql() {}

  /** A name in quotes. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text in quotes. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A list of texts. */
  static String texts(Collection<?> texts) {
    return texts.stream()
        .map(text -> text(text.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
