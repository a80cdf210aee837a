package org.limbeck.table;

import java.util.Optional;
import org.limbeck.table.sandbox.Sql;

/**
 * A column of a table.
 *
 * @param type as DuckDB names it; for CSV, what the values look like
 * @param use {@code feature}, {@code unused}, or the key that names it, such as {@code label}
 * @param missing the number of rows without a value
 * @param different roughly the number of different values
 * @param range the least and the greatest value, where they can be compared
 * @param note what is odd about it, in words; empty where nothing is
 */
public record ColumnDescription(
    String name,
    String type,
    String use,
    long missing,
    long different,
    Optional<Range> range,
    String note) {
  static final String ID = "like an id";

  /** The least and the greatest value, as texts. */
  public record Range(String least, String most) {}

  /** The SQL condition that a row has a value in the column. */
  public String hasValue() {
    return Sql.name(name) + (type.equals("VARCHAR") ? " <> ''" : " IS NOT NULL");
  }

  /** Whether it names the rows as far as its values say, so that nothing can be learned from it. */
  public boolean looksLikeId() {
    return note.equals(ID);
  }

  /** Whether it is proposed that the column is not a feature. */
  boolean isOdd() {
    return use.equals("unused");
  }
}
