package org.limbeck.metric;

/** The predicted class: the one with the largest score, the lowest index of several. */
public final class ArgMax {
  private ArgMax() {}

  /**
   * The prediction of every example.
   *
   * @param scores row-major {@code [examples, classes]}, scores or probabilities, no NaN
   */
  public static int[] of(double[] scores, int classes) {
    requireRows(scores.length, classes);
    var predictions = new int[scores.length / classes];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = ofRow(scores, i * classes, classes);
    }
    return predictions;
  }

  /** The prediction of every example, from float32 scores; arguments as for the other. */
  public static int[] of(float[] scores, int classes) {
    requireRows(scores.length, classes);
    var predictions = new int[scores.length / classes];
    for (int i = 0; i < predictions.length; i++) {
      int start = i * classes;
      for (int y = 1; y < classes; y++) {
        if (scores[start + y] > scores[start + predictions[i]]) {
          predictions[i] = y;
        }
      }
    }
    return predictions;
  }

  private static void requireRows(int scores, int classes) {
    if (classes < 1 || scores % classes != 0) {
      throw new IllegalArgumentException(
          scores + " scores are not rows of " + classes + " classes");
    }
  }

  /** The prediction of one example, from its scores, {@code [classes]}. */
  public static int ofRow(double[] scores) {
    return ofRow(scores, 0, scores.length);
  }

  static int ofRow(double[] scores, int start, int classes) {
    int best = 0;
    for (int y = 1; y < classes; y++) {
      if (scores[start + y] > scores[start + best]) {
        best = y;
      }
    }
    return best;
  }
}
