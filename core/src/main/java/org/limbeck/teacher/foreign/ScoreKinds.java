package org.limbeck.teacher.foreign;

import org.limbeck.LimbeckException;
import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** Telling probabilities from logits, and making logits of them. */
final class ScoreKinds {
  private static final double SUM_TOLERANCE = 1e-3;

  /** Smaller probabilities have no finite float32 logarithm, or are rounded to 0 by a runtime. */
  private static final double LEAST = Float.MIN_NORMAL;

  private ScoreKinds() {}

  /** Whether all rows are probabilities; false without rows. */
  static boolean areProbabilities(float[] scores, int classes) {
    for (int start = 0; start < scores.length; start += classes) {
      if (!isDistribution(scores, start, classes)) {
        return false;
      }
    }
    return scores.length > 0;
  }

  private static boolean isDistribution(float[] scores, int start, int classes) {
    double sum = 0;
    for (int i = start; i < start + classes; i++) {
      if (!(scores[i] >= -SUM_TOLERANCE && scores[i] <= 1 + SUM_TOLERANCE)) {
        return false;
      }
      sum += scores[i];
    }
    return Math.abs(sum - 1) <= SUM_TOLERANCE;
  }

  /**
   * Finite logits of scores.
   *
   * @param place the model and the output, for messages
   */
  static float[] logits(String place, Kind kind, float[] scores, int classes) {
    for (int start = 0; start < scores.length; start += classes) {
      for (int i = start; i < start + classes; i++) {
        if (!Float.isFinite(scores[i])) {
          throw new LimbeckException(
              "%s: the score of example %d for class %d is %s; give a model with finite scores"
                  .formatted(place, start / classes, i - start, scores[i]));
        }
      }
      if (kind == Kind.PROBABILITIES && !isDistribution(scores, start, classes)) {
        throw new LimbeckException(
            "%s: the scores of example %d are no probabilities, which the others are; if they are logits, say so (output.kind: logits)"
                .formatted(place, start / classes));
      }
    }
    return kind == Kind.LOGITS ? scores : logarithms(scores);
  }

  private static float[] logarithms(float[] probabilities) {
    var logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(Math.max(LEAST, probabilities[i]));
    }
    return logits;
  }

  /**
   * Scores of two classes from one value for each example, that of the second class.
   *
   * @param kind of the value
   */
  static float[] ofSecondClass(Kind kind, float[] values) {
    var scores = new float[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      scores[2 * i] = kind == Kind.PROBABILITIES ? 1 - values[i] : 0;
      scores[2 * i + 1] = values[i];
    }
    return scores;
  }
}
