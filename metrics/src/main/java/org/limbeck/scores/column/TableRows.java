package org.limbeck.scores.column;

import java.util.List;
import org.limbeck.LimbeckException;

/**
 * The rows of a table, one after the other, with cells that are typed when they are asked for.
 * Columns are positions in the header.
 */
public interface TableRows {
  /** The file, for messages. */
  String file();

  /** The names of the columns, all different; an empty one is a column of row numbers. */
  List<String> header();

  /**
   * Moves to the next row, if there is one.
   *
   * @throws LimbeckException if it cannot be read
   */
  boolean next();

  /** The cell as text without blanks around it; empty where nothing is known. */
  String text(int column);

  /**
   * A number in double precision, which may be NaN or infinite.
   *
   * @throws LimbeckException if the cell is not a number
   */
  double decimal(int column);

  /** What was found of the form of the text, for people; empty where it is the usual one. */
  default String form() {
    return "";
  }

  /** Where the row is, for messages: file and line. */
  String place();

  /** An error of the row, or of the header before the first: a problem and its remedy. */
  default LimbeckException error(String message) {
    return new LimbeckException(place() + ": " + message);
  }

  /** An error of a cell: a problem and its remedy. */
  default LimbeckException error(int column, String message) {
    return new LimbeckException(
        "%s, column '%s': %s".formatted(place(), header().get(column), message));
  }

  /** The error for a table without rows. */
  default LimbeckException empty() {
    return new LimbeckException(
        file() + " has a header but no examples (no row after the header); add one line for each");
  }
}
