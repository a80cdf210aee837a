package org.limbeck.scores;

import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.base.GrowingDoubles;
import org.limbeck.base.GrowingFloats;

/** The scores of the rows of a CSV file as they are read, in the precision that is requested. */
final class ScoreValues {
  private static final double SUM_TOLERANCE = 1e-3;

  private final ScoreColumns columns;
  private final boolean asLogits;
  private final int classes;
  private final double[] row;
  private final GrowingFloats logits = new GrowingFloats();
  private final GrowingDoubles probabilities = new GrowingDoubles();

  ScoreValues(ScoreColumns columns, TableRequest.Content content) {
    this.columns = columns;
    asLogits = columns.logits() || content == TableRequest.Content.SCORES;
    classes = columns.scores().length;
    row = new double[classes];
  }

  /** The number of classes, where the file has scores. */
  OptionalInt classes() {
    return classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes);
  }

  void add(CsvRows rows) {
    int limit = Integer.MAX_VALUE;
    if (!(asLogits ? logits.hasRoom(classes, limit) : probabilities.hasRoom(classes, limit))) {
      throw rows.error("more than %d scores; split the file".formatted(limit));
    }
    if (columns.logits()) {
      for (int column : columns.scores()) {
        logits.add(rows.finite(column, "score"));
      }
      return;
    }
    readProbabilities(rows);
    if (asLogits) {
      for (double p : row) {
        logits.add(Scores.Probabilities.logit(p));
      }
    } else {
      probabilities.add(row);
    }
  }

  private void readProbabilities(CsvRows rows) {
    double sum = 0;
    for (int y = 0; y < classes; y++) {
      row[y] = rows.probability(columns.scores()[y]);
      sum += row[y];
    }
    if (classes > 0 && Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new LimbeckException(
          "%s, columns p0..p%d: the probabilities sum to %s, not to 1; "
                  .formatted(rows.place(), classes - 1, (float) sum)
              + "give the softmax of the scores, not the scores");
    }
  }

  Scores scores() {
    if (classes == 0) {
      return new Scores.None();
    }
    return asLogits
        ? new Scores.Logits(logits.toArray())
        : new Scores.Probabilities(probabilities.toArray());
  }
}
