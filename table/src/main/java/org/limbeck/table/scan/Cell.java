package org.limbeck.table.scan;

/**
 * A value that is read from every row.
 *
 * @param column its name
 * @param form what it is read as
 * @param index the place in a list, from 0; else 0
 */
public record Cell(String column, Form form, int index) {
  /** What a value is read as. */
  public enum Form {
    /** A number or a boolean, in double precision; NaN where there is none. */
    NUMBER,
    /** The same in single precision. */
    SINGLE,
    /** A text; null where there is none. */
    TEXT,
    /** The length of a list; -1 where there is none. */
    LENGTH,
    /** A number of a list; NaN where there is none. */
    ELEMENT
  }

  /** A cell of a column that is not a list. */
  public static Cell of(String column, Form form) {
    return new Cell(column, form, 0);
  }
}
