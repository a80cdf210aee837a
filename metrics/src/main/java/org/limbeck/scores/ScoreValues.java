package org.limbeck.scores;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.GrowingDoubles;
import org.limbeck.calibration.LogProbabilities;
import org.limbeck.metric.ArgMax;

/** The scores of the rows of a CSV file as they are read, in the form that is requested. */
final class ScoreValues {
  private static final double SUM_TOLERANCE = 1e-3;

  private final ScoreColumns columns;
  private final boolean asLogits;
  private final int classes;
  private final double[] row;
  private final LogProbabilities.Builder logits;
  private final GrowingDoubles probabilities = new GrowingDoubles();
  private final IntStream.Builder predictions = IntStream.builder();
  private long size;

  ScoreValues(ScoreColumns columns, TableRequest.Content content) {
    this.columns = columns;
    asLogits = columns.logits() || content == TableRequest.Content.SCORES;
    classes = columns.scores().length;
    row = new double[classes];
    logits = new LogProbabilities.Builder(Math.max(1, classes));
  }

  /** The number of classes, where the file has scores. */
  OptionalInt classes() {
    return classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes);
  }

  void add(CsvRows rows) {
    if (classes == 0) {
      return;
    }
    requireRoom(rows);
    if (columns.logits()) {
      readLogits(rows);
      logits.addLogits(row);
    } else {
      readProbabilities(rows);
      if (asLogits) {
        logits.addProbabilities(row);
      } else {
        probabilities.add(row);
      }
    }
    predictions.add(ArgMax.ofRow(row));
  }

  private void requireRoom(CsvRows rows) {
    size += classes;
    if (size > Integer.MAX_VALUE || (!asLogits && !probabilities.hasRoom(classes, (int) size))) {
      throw rows.error("more than %d scores; split the file".formatted(Integer.MAX_VALUE));
    }
  }

  // In double precision, though float32 bounds them: a constant in each row must not round them.
  private void readLogits(CsvRows rows) {
    for (int y = 0; y < classes; y++) {
      int column = columns.scores()[y];
      row[y] = rows.decimal(column);
      if (!Float.isFinite((float) row[y])) {
        throw rows.error(
            column,
            "expected a finite score, found %s; correct it, or leave the example out"
                .formatted(rows.text(column)));
      }
    }
  }

  private void readProbabilities(CsvRows rows) {
    double sum = 0;
    for (int y = 0; y < classes; y++) {
      row[y] = rows.probability(columns.scores()[y]);
      sum += row[y];
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new LimbeckException(
          "%s, columns p0..p%d: the probabilities sum to %s, not to 1; "
                  .formatted(rows.place(), classes - 1, (float) sum)
              + "give the softmax of the scores, not the scores");
    }
  }

  /** The class with the largest score of each row, the lowest index of several. */
  int[] predictions() {
    return predictions.build().toArray();
  }

  Scores scores() {
    if (classes == 0) {
      return new Scores.None();
    }
    return asLogits
        ? new Scores.Logits(logits.build())
        : new Scores.Probabilities(probabilities.toArray());
  }
}
