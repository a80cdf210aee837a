package org.limbeck.table.scores;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.scan.TypeKind;

/**
 * What is selected for a column of a table of scores.
 *
 * @param name of the column; for the length of a list the name of the list
 * @param sql its expression
 * @param kind of its values
 * @param length that the list of a {@link Kind#LENGTH} must have
 */
record ScoreCell(String name, String sql, Kind kind, int length) {
  enum Kind {
    NUMBER,
    TEXT,
    /** The length of the list whose numbers follow; no column. */
    LENGTH
  }

  /** A column that is read as it is. */
  static ScoreCell of(FoundColumn found) {
    TypeKind type = TypeKind.of(found.type());
    String name = Sql.name(found.name());
    return switch (type) {
      case NUMBER -> new ScoreCell(found.name(), name, Kind.NUMBER, 0);
      case TEXT, FLAG, TIME ->
          new ScoreCell(found.name(), "CAST(" + name + " AS VARCHAR)", Kind.TEXT, 0);
      // Nobody reads it, and as a text it can be long.
      case NUMBERS, EMPTY, OTHER ->
          new ScoreCell(found.name(), Sql.text(found.type()), Kind.TEXT, 0);
    };
  }

  /** The length and the numbers of a list. */
  static List<ScoreCell> of(FoundColumn list, int length) {
    String name = Sql.name(list.name());
    List<ScoreCell> cells = new ArrayList<>();
    cells.add(
        new ScoreCell(list.name(), "coalesce(len(" + asList(list) + "), -1)", Kind.LENGTH, length));
    for (int i = 0; i < length; i++) {
      cells.add(
          new ScoreCell(list.name() + "_" + i, "%s[%d]".formatted(name, i + 1), Kind.NUMBER, 0));
    }
    return cells;
  }

  /** A list of any length, as those of fixed length have no {@code len}. */
  static String asList(FoundColumn list) {
    return "CAST(%s AS %s)"
        .formatted(Sql.name(list.name()), list.type().replaceFirst("\\[\\d*\\]$", "[]"));
  }
}
