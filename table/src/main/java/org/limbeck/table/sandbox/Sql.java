package org.limbeck.table.sandbox;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as SQL. */
public final class Sql {
  private Sql() {}

  /** A name in quotes. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name as DuckDB compares it: it does not tell A from a, but Ä from ä. */
  public static String folded(String name) {
    var folded = new StringBuilder(name.length());
    name.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** A text in quotes. */
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A list of texts. */
  public static String texts(Collection<?> texts) {
    return texts.stream()
        .map(text -> text(text.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
