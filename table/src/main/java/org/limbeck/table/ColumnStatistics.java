package org.limbeck.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.scan.TypeKind;

/** Counts the values of a column with one pass over all rows. */
final class ColumnStatistics {
  private static final long ENOUGH = 20;
  private static final double NEARLY_ALL = 0.9;
  private static final int LONGEST = 30;

  private final FoundColumn column;
  private final TypeKind kind;

  ColumnStatistics(FoundColumn column) {
    this.column = column;
    kind = TypeKind.of(column.type());
  }

  /** Expressions to select: missing, different, least, greatest. */
  List<String> selected() {
    String name = Sql.name(column.name());
    String missing = "count(*) - count(" + name + ")";
    if (TypeKind.isFraction(column.type())) {
      missing += " + count(*) FILTER (isnan(CAST(%s AS DOUBLE)))".formatted(name);
    } else if (kind == TypeKind.TEXT) {
      missing += " + count(*) FILTER (CAST(%s AS VARCHAR) = '')".formatted(name);
    }
    String compared = isCompared() ? name : "NULL";
    return List.of(
        missing,
        isCompared() ? "approx_count_distinct(" + name + ")" : "0",
        "CAST(min(%s) AS VARCHAR)".formatted(compared),
        "CAST(max(%s) AS VARCHAR)".formatted(compared));
  }

  private boolean isCompared() {
    return kind != TypeKind.NUMBERS && kind != TypeKind.OTHER && kind != TypeKind.EMPTY;
  }

  /**
   * The description.
   *
   * @param at the first of the selected columns in {@code row}
   * @param role the key that names the column, where one does
   */
  ColumnDescription read(ResultSet row, int at, Optional<String> role, long rows)
      throws SQLException {
    long missing = row.getLong(at);
    long different = Math.min(row.getLong(at + 1), rows - missing);
    String least = row.getString(at + 2);
    String most = row.getString(at + 3);
    boolean constant = least != null && least.equals(most);
    String note = role.isPresent() ? "" : note(missing, different, constant, least, most, rows);
    Optional<ColumnDescription.Range> range =
        least == null || most == null
            ? Optional.empty()
            : Optional.of(new ColumnDescription.Range(cut(least), cut(most)));
    String use = role.orElse(note.isEmpty() ? "feature" : "unused");
    return new ColumnDescription(
        column.name(), column.type(), use, missing, different, range, note);
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private String note(
      long missing, long different, boolean constant, String least, String most, long rows) {
    if (missing == rows) {
      return "no values";
    }
    return switch (kind) {
      case TIME -> "dates or times are not features: ignore it, or make numbers of it with sql";
      case OTHER -> "not a feature: ignore it, or select from it with sql";
      case EMPTY -> "no values";
      case NUMBERS -> "";
      case NUMBER, FLAG, TEXT ->
          constant
              ? "the same in all rows"
              : isIdLike(rows - missing, different, least, most) ? ColumnDescription.ID : "";
    };
  }

  /** Texts that nearly all differ, or integers that count the rows. */
  private boolean isIdLike(long filled, long different, String least, String most) {
    if (filled < ENOUGH || different < NEARLY_ALL * filled) {
      return false;
    }
    return kind == TypeKind.TEXT || isCount(filled, least, most);
  }

  private boolean isCount(long filled, String least, String most) {
    return !TypeKind.isFraction(column.type())
        && least.matches("-?\\d{1,17}")
        && most.matches("-?\\d{1,17}")
        && Long.parseLong(most) - Long.parseLong(least) + 1 == filled;
  }
}
