package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.TableRows;

/**
 * The rows of a CSV file, one after the other, with cells that are typed when they are asked for.
 * Columns are positions in the header; every error names file, line, column and remedy.
 */
public final class CsvRows implements TableRows {
  // Where m is unknown: a larger label is an identifier in the wrong column rather than a class.
  private static final int MOST_CLASSES = 100_000;

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");

  private final String file;
  private final List<String> header;
  private final Iterator<CsvRecord> records;
  private final Separator separator;
  private CsvRecord row;
  private boolean points;
  private boolean commas;

  /**
   * The rows of the records after the header, which is the first of them.
   *
   * @param unnamedFirst whether the first column may have no name, as row numbers have that pandas
   *     writes
   * @throws LimbeckException if a column has no name, or two have the same
   */
  CsvRows(String file, Iterator<CsvRecord> records, boolean unnamedFirst, Separator separator) {
    this.file = file;
    this.records = records;
    this.separator = separator;
    row = records.next();
    header = row.getFields().stream().map(String::strip).toList();
    checkHeader(unnamedFirst);
  }

  /** Refuses a name that is empty or there twice. */
  private void checkHeader(boolean unnamedFirst) {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column);
      if (name.isEmpty() && !(unnamedFirst && column == 0 && header.size() > 1)) {
        throw error(
            "column %d has no name; name it in the header or remove it".formatted(column + 1));
      }
      Integer first = columns.putIfAbsent(name, column);
      if (first != null) {
        throw error(
            "column '%s' is there twice, as columns %d and %d; the first line must be a header with a different name for each column, so rename or remove one"
                .formatted(name, first + 1, column + 1));
      }
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> header() {
    return header;
  }

  /**
   * Moves to the next row, if there is one.
   *
   * @throws LimbeckException if it does not have as many fields as the header
   */
  @Override
  public boolean next() {
    if (!records.hasNext()) {
      return false;
    }
    row = records.next();
    if (row.getFieldCount() != header.size()) {
      throw error(
          "expected %d fields as in the header, found %d; add or remove fields"
              .formatted(header.size(), row.getFieldCount()));
    }
    return true;
  }

  @Override
  public String text(int column) {
    return row.getField(column).strip();
  }

  /**
   * A whole number.
   *
   * @param what it is, for the message: "a class index"
   */
  public int whole(int column, String what) {
    String field = text(column);
    try {
      return Integer.parseInt(field);
    } catch (NumberFormatException e) {
      String problem = "expected %s such as 3, found '%s'".formatted(what, field);
      throw error(column, problem, "write whole numbers from 0 on", e);
    }
  }

  /**
   * A class, counted from 0.
   *
   * @param classes the number of classes m, if it is known before the last row
   */
  public int classIndex(int column, OptionalInt classes) {
    int value = whole(column, "a class index");
    int bound = classes.orElse(MOST_CLASSES);
    if (value < 0 || value >= bound) {
      String problem = "expected a class in 0..%d, found %d".formatted(bound - 1, value);
      String remedy =
          classes.isPresent()
              ? "classes count from 0, so correct it or the number of classes"
              : "number the classes from 0 on without gaps";
      throw error(column, problem, remedy, null);
    }
    return value;
  }

  /** A decimal comma is read where commas separate no fields, and all numbers have one. */
  @Override
  public double decimal(int column) {
    String field = text(column);
    boolean comma = separator != Separator.COMMA && DECIMAL_COMMA.matcher(field).matches();
    commas |= comma;
    points |= field.indexOf('.') >= 0;
    if (commas && points) {
      throw error(
          column,
          "decimal commas and decimal points in one file, here '%s'".formatted(field),
          "write all numbers with a point",
          null);
    }
    try {
      return Double.parseDouble(comma ? field.replace(',', '.') : field);
    } catch (NumberFormatException e) {
      throw notANumber(column, "0.25", field, e);
    }
  }

  @Override
  public String form() {
    return separator == Separator.COMMA
        ? ""
        : "fields separated by %s%s".formatted(separator.words(), commas ? ", decimal commas" : "");
  }

  /** A probability, in [0, 1]. */
  public double probability(int column) {
    double value = decimal(column);
    if (!(value >= 0 && value <= 1)) {
      String problem = "expected a probability in [0, 1], found " + text(column);
      throw error(column, problem, "give the softmax of the scores, not the scores", null);
    }
    return value;
  }

  /**
   * A finite number as float32.
   *
   * @param what it is, for the message: "score"
   */
  public float finite(int column, String what) {
    String field = text(column);
    float value;
    try {
      value = Float.parseFloat(field);
    } catch (NumberFormatException e) {
      throw notANumber(column, "-1.25", field, e);
    }
    if (!Float.isFinite(value)) {
      String problem = "expected a finite %s, found %s".formatted(what, field);
      throw error(column, problem, "correct it, or leave the example out", null);
    }
    return value;
  }

  @Override
  public String place() {
    return file + ", line " + row.getStartingLineNumber();
  }

  private LimbeckException notANumber(
      int column, String example, String field, NumberFormatException cause) {
    String problem = "expected a number such as %s, found '%s'".formatted(example, field);
    String remedy =
        DECIMAL_COMMA.matcher(field).matches()
            ? "it has a decimal comma: write decimal numbers with a point (pandas: to_csv(decimal='.'))"
            : "write decimal numbers with a point";
    return error(column, problem, remedy, cause);
  }

  private LimbeckException error(
      int column, String problem, String remedy, @Nullable Throwable cause) {
    return new LimbeckException(
        "%s, column '%s': %s; %s".formatted(place(), header.get(column), problem, remedy), cause);
  }
}
