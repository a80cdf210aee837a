package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/**
 * Parses the fields of a prediction file and says where one is wrong.
 *
 * @param names of the columns
 * @param classes the number of classes m, if it is known before the last row
 */
record PredictionFields(Path file, List<String> names, OptionalInt classes) {
  // Where m is unknown: a larger label is an identifier in the wrong column rather than a class.
  private static final int MOST_CLASSES = 100_000;
  private static final double SUM_TOLERANCE = 1e-3;

  int classIndex(CsvRecord row, int column) {
    String field = row.getField(column).strip();
    int value;
    try {
      value = Integer.parseInt(field);
    } catch (NumberFormatException e) {
      String problem = "expected a class index such as 3, found '" + field + "'";
      throw error(row, column, problem, "write whole numbers from 0 on", e);
    }
    int bound = classes.orElse(MOST_CLASSES);
    if (value < 0 || value >= bound) {
      String problem = "expected a class in 0..%d, found %d".formatted(bound - 1, value);
      throw error(row, column, problem, rangeRemedy(), null);
    }
    return value;
  }

  private String rangeRemedy() {
    return classes.isPresent()
        ? "classes count from 0, so correct it or the number of classes"
        : "number the classes from 0 on without gaps";
  }

  double probability(CsvRecord row, int column) {
    String field = row.getField(column).strip();
    double value;
    try {
      value = Double.parseDouble(field);
    } catch (NumberFormatException e) {
      String problem = "expected a number such as 0.25, found '" + field + "'";
      throw error(row, column, problem, "write decimal numbers with a point", e);
    }
    if (!(value >= 0 && value <= 1)) {
      String problem = "expected a probability in [0, 1], found " + field;
      throw error(row, column, problem, "give the softmax of the scores, not the scores", null);
    }
    return value;
  }

  /** A finite score, as float32. */
  float score(CsvRecord row, int column) {
    String field = row.getField(column).strip();
    float value;
    try {
      value = Float.parseFloat(field);
    } catch (NumberFormatException e) {
      String problem = "expected a number such as -1.25, found '" + field + "'";
      throw error(row, column, problem, "write decimal numbers with a point", e);
    }
    if (!Float.isFinite(value)) {
      String problem = "expected a finite score, found " + field;
      throw error(row, column, problem, "correct it, or leave the example out", null);
    }
    return value;
  }

  /** Refuses probabilities of a row that do not sum to 1. */
  void checkSum(CsvRecord row, int width, double sum) {
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new LimbeckException(
          "%s, columns p0..p%d: the probabilities sum to %s, not to 1; "
                  .formatted(CsvFile.place(file, row), width - 1, (float) sum)
              + "give the softmax of the scores, not the scores");
    }
  }

  /** Refuses a row that has not as many fields as the header. */
  static void checkCount(Path file, CsvRecord row, int expected) {
    if (row.getFieldCount() != expected) {
      throw new LimbeckException(
          "%s: expected %d fields as in the header, found %d; add or remove fields"
              .formatted(CsvFile.place(file, row), expected, row.getFieldCount()));
    }
  }

  private LimbeckException error(
      CsvRecord row, int column, String problem, String remedy, @Nullable Throwable cause) {
    return new LimbeckException(
        "%s, line %d, column '%s': %s; %s"
            .formatted(file, row.getStartingLineNumber(), names.get(column), problem, remedy),
        cause);
  }
}
