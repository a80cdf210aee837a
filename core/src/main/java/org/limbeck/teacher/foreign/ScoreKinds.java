package org.limbeck.teacher.foreign;

import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** Scores of two classes from those of one. */
final class ScoreKinds {
  private ScoreKinds() {}

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
