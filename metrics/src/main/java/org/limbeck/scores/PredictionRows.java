package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.metric.ArgMax;

/** The rows of a prediction file as they are read: checked, and kept in growing arrays. */
final class PredictionRows {
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Path file;
  private final PredictionColumns columns;
  private final PredictionFields fields;
  private final OptionalInt classes;
  private final int width;
  private final @Nullable GroupValues groups;
  private int size;
  private int[] labels = new int[1024];
  private int[] predictions = new int[1024];
  private double[] probabilities = new double[0];

  PredictionRows(Path file, PredictionColumns columns, OptionalInt classes) {
    this.file = file;
    this.columns = columns;
    width = columns.probabilities().size();
    this.classes = width > 0 ? OptionalInt.of(width) : classes;
    fields = new PredictionFields(file, columns.names(), this.classes);
    int group = columns.group();
    groups =
        group == PredictionColumns.NONE
            ? null
            : new GroupValues(file, columns.names().get(group), group);
  }

  void add(CsvRecord row) {
    PredictionFields.checkCount(file, row, columns.names().size());
    grow(row);
    labels[size] = fields.classIndex(row, columns.label());
    if (columns.prediction() != PredictionColumns.NONE) {
      predictions[size] = fields.classIndex(row, columns.prediction());
    }
    if (width > 0) {
      addProbabilities(row);
    }
    if (groups != null) {
      groups.add(row);
    }
    size++;
  }

  PredictionTable table() {
    if (size == 0) {
      throw new LimbeckException(file + " has a header but no examples; add one line for each");
    }
    int[] finalLabels = Arrays.copyOf(labels, size);
    int[] finalPredictions = Arrays.copyOf(predictions, size);
    if (width == 0) {
      int largest =
          Math.max(
              Arrays.stream(finalLabels).max().orElseThrow(),
              Arrays.stream(finalPredictions).max().orElseThrow());
      int m = classes.orElse(largest + 1);
      return new PredictionTable(m, finalLabels, finalPredictions, null, groupsOfAll());
    }
    double[] rows = trimmed(probabilities, size * width);
    boolean given = columns.prediction() != PredictionColumns.NONE;
    int[] predicted = given ? finalPredictions : ArgMax.of(rows, width);
    return new PredictionTable(width, finalLabels, predicted, rows, groupsOfAll());
  }

  private PredictionTable.@Nullable Groups groupsOfAll() {
    return groups == null ? null : groups.groups();
  }

  private void addProbabilities(CsvRecord row) {
    double sum = 0;
    for (int y = 0; y < width; y++) {
      double p = fields.probability(row, columns.probabilities().get(y));
      probabilities[size * width + y] = p;
      sum += p;
    }
    fields.checkSum(row, width, sum);
  }

  private void grow(CsvRecord row) {
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, 2 * size);
      predictions = Arrays.copyOf(predictions, 2 * size);
    }
    long needed = (size + 1L) * width;
    if (needed > MOST_VALUES) {
      throw new LimbeckException(
          "%s, line %d: more than %d probabilities; split the file"
              .formatted(file, row.getStartingLineNumber(), MOST_VALUES));
    }
    if (needed > probabilities.length) {
      long larger = Math.max(1024L * width, probabilities.length * 3L / 2);
      probabilities = Arrays.copyOf(probabilities, (int) Math.min(larger, MOST_VALUES));
    }
  }

  private static double[] trimmed(double[] values, int length) {
    return values.length == length ? values : Arrays.copyOf(values, length);
  }
}
