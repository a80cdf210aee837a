package org.limbeck.scores.column;

import java.util.Optional;
import java.util.function.IntFunction;
import org.limbeck.LimbeckException;
import org.limbeck.diagnosis.RawScores;

/**
 * Finds out of all rows whether scores are probabilities or logits, where no name says it: rows of
 * probabilities are in [0, 1] and sum to 1. Where the rows do not agree it is an error, never a
 * guess.
 */
public final class KindFinder {
  /** How far from 1 the sum of a row of probabilities may be. */
  public static final double SUM_TOLERANCE = 1e-3;

  private int rows;
  private int distributions;
  private int firstOther = -1;
  private double sumOfFirstOther;
  private boolean outside;

  /** Whether a sum of probabilities is 1. */
  public static boolean isOne(double sum) {
    return Math.abs(sum - 1) <= SUM_TOLERANCE;
  }

  /** Adds a row of finite scores and returns their sum. */
  public double add(double[] row) {
    double sum = 0;
    boolean inside = true;
    for (double score : row) {
      sum += score;
      inside &= score >= 0 && score <= 1;
    }
    outside |= !inside;
    if (inside && isOne(sum)) {
      distributions++;
    } else if (firstOther < 0) {
      firstOther = rows;
      sumOfFirstOther = sum;
    }
    rows++;
    return sum;
  }

  /** Whether all rows are probabilities, and enough of them that it is no accident. */
  public boolean areSurelyDistributions() {
    return distributions == rows && rows >= RawScores.ENOUGH;
  }

  /**
   * The kind of all rows.
   *
   * @param source of the scores, for messages
   * @param place of a row
   * @throws LimbeckException if most rows, not all, are probabilities, or if all scores are in [0,
   *     1] and do not sum to 1
   */
  public ScoreKind kind(String source, IntFunction<String> place) {
    if (distributions == rows) {
      return ScoreKind.PROBABILITIES;
    }
    if (outside && distributions <= rows / 2) {
      return ScoreKind.LOGITS;
    }
    throw new LimbeckException(
        "%s: the scores %s sum to %s, not to 1 within %s, but %s; mend them, or say --kind logits or --kind probabilities"
            .formatted(
                source,
                place.apply(firstOther),
                (float) sumOfFirstOther,
                SUM_TOLERANCE,
                outside
                    ? "%,d of %,d rows are probabilities".formatted(distributions, rows)
                    : "all scores are between 0 and 1 as probabilities are"));
  }

  /** The kind, and how it is known, for people. */
  public static String text(ScoreKind kind, Optional<ScoreKind> said) {
    if (said.isPresent()) {
      return kind.label();
    }
    return switch (kind) {
      case PROBABILITIES -> "probabilities (every row sums to 1)";
      case LOGITS -> "logits (not between 0 and 1)";
    };
  }
}
