package org.limbeck.scores;

import java.util.Optional;
import org.limbeck.calibration.LogProbabilities;
import org.limbeck.calibration.LogitRows;
import org.limbeck.calibration.Softmax;
import org.limbeck.scores.column.ScoreKind;

/** What a model gives for each example and class; row-major {@code [examples, classes]}. */
public sealed interface Scores {
  /** Scores in double precision of either kind; probabilities are shared, not copied. */
  static Scores of(ScoreKind kind, double[] values, int classes) {
    if (kind == ScoreKind.PROBABILITIES) {
      return new Probabilities(values);
    }
    var logs = new LogProbabilities.Builder(classes);
    var row = new double[classes];
    for (int start = 0; start < values.length; start += classes) {
      System.arraycopy(values, start, row, 0, classes);
      logs.addLogits(row);
    }
    return new Logits(logs.build());
  }

  /** The number of values: examples x classes, or 0 without scores. */
  long size();

  /** Probabilities, in [0, 1]: the softmax of logits; empty without scores. */
  Optional<double[]> probabilities(int classes);

  /** Log-probabilities, the canonical form of logits; empty without scores. */
  Optional<LogitRows> logProbabilities(int classes);

  /** No scores: the predicted classes are all there is. */
  record None() implements Scores {
    @Override
    public long size() {
      return 0;
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      return Optional.empty();
    }

    @Override
    public Optional<LogitRows> logProbabilities(int classes) {
      return Optional.empty();
    }
  }

  /**
   * Probabilities in double precision.
   *
   * @param values each in [0, 1], about 1 together for each example
   */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Probabilities(double[] values) implements Scores {
    @Override
    public long size() {
      return values.length;
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      return Optional.of(values);
    }

    @Override
    public Optional<LogitRows> logProbabilities(int classes) {
      return Optional.of(LogProbabilities.of(values, classes));
    }
  }

  /**
   * Logits.
   *
   * @param rows finite
   */
  record Logits(LogitRows rows) implements Scores {
    @Override
    public long size() {
      return (long) rows.examples() * rows.classes();
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      return Optional.of(Softmax.rows(rows.values(), classes));
    }

    @Override
    public Optional<LogitRows> logProbabilities(int classes) {
      return Optional.of(rows.canonical());
    }
  }
}
