package org.limbeck.scores;

import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.LogProbabilities;
import org.limbeck.calibration.LogitRows;
import org.limbeck.metric.ArgMax;
import org.limbeck.scores.array.ArrayValues;
import org.limbeck.scores.array.FileArray;
import org.limbeck.scores.column.KindFinder;
import org.limbeck.scores.column.ScoreKind;

/**
 * The scores of an array, checked row by row.
 *
 * @param matrix of the scores
 * @param said the kind that a name or the request says
 * @param kind the kind that they are
 */
record ArrayScores(ArrayMatrix matrix, Optional<ScoreKind> said, ScoreKind kind) {
  /**
   * Checks an array of scores.
   *
   * @param classes the names of its columns; may be empty
   */
  static ArrayScores of(FileArray array, Optional<ScoreKind> said, List<String> classes) {
    var matrix = new ArrayMatrix(array);
    var finder = new KindFinder();
    var row = new double[matrix.classes()];
    boolean probabilities = said.filter(ScoreKind.PROBABILITIES::equals).isPresent();
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.read(i, row);
      for (int y = 0; y < row.length; y++) {
        check(array, classes, probabilities, row[y], i, y);
      }
      double sum = finder.add(row);
      if (probabilities && !KindFinder.isOne(sum)) {
        throw new LimbeckException(
            "%s[%d]: the probabilities sum to %s, not to 1 within %s; give the softmax of the scores, not the scores"
                .formatted(array.place(), i, (float) sum, KindFinder.SUM_TOLERANCE));
      }
    }
    ScoreKind kind = said.orElseGet(() -> finder.kind(array.place(), i -> "of row [" + i + "]"));
    return new ArrayScores(matrix, said, kind);
  }

  private static void check(
      FileArray array, List<String> classes, boolean probability, double score, int row, int y) {
    boolean fine = probability ? score >= 0 && score <= 1 : Float.isFinite((float) score);
    if (!fine) {
      throw new LimbeckException(
          "%s[%d, %d]%s: expected %s, found %s; %s"
              .formatted(
                  array.place(),
                  row,
                  y,
                  classes.isEmpty() ? "" : " (class '" + classes.get(y) + "')",
                  probability ? "a probability in [0, 1]" : "a finite score",
                  score,
                  probability
                      ? "give the softmax of the scores, or say --kind logits"
                      : "correct it, or leave the example out"));
    }
  }

  /** The scores in the form of tables; float32 logits are shared, not copied. */
  Scores scores() {
    int m = matrix.classes();
    ArrayValues values = matrix.array().values();
    if (kind == ScoreKind.LOGITS && values instanceof ArrayValues.Floats floats) {
      return new Scores.Logits(LogitRows.of(floats.values(), m));
    }
    if (kind == ScoreKind.LOGITS) {
      return new Scores.Logits(logs());
    }
    if (values instanceof ArrayValues.Doubles doubles) {
      return new Scores.Probabilities(doubles.values());
    }
    var probabilities = new double[values.size()];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = values.number(i);
    }
    return new Scores.Probabilities(probabilities);
  }

  private LogProbabilities logs() {
    var logs = new LogProbabilities.Builder(matrix.classes());
    var row = new double[matrix.classes()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.read(i, row);
      logs.addLogits(row);
    }
    return logs.build();
  }

  /** The class with the largest score of each row, the lowest index of several. */
  int[] predictions() {
    var predictions = new int[matrix.rows()];
    var row = new double[matrix.classes()];
    for (int i = 0; i < predictions.length; i++) {
      matrix.read(i, row);
      predictions[i] = ArgMax.ofRow(row);
    }
    return predictions;
  }
}
