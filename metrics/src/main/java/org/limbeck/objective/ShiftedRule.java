package org.limbeck.objective;

/** The rule argmax_y (log p_y(x) + base_y + log g_y) on a labelled split. */
final class ShiftedRule {
  private final float[] logProbabilities;
  private final int[] labels;
  private final double[] base;
  private final int[] counts;

  ShiftedRule(float[] logProbabilities, int[] labels, double[] base) {
    if (logProbabilities.length != (long) labels.length * base.length) {
      throw new IllegalArgumentException(
          "expected %d x %d scores, found %d"
              .formatted(labels.length, base.length, logProbabilities.length));
    }
    this.logProbabilities = logProbabilities;
    this.labels = labels;
    this.base = base;
    counts = new int[base.length];
    for (int label : labels) {
      counts[label]++;
    }
    for (int y = 0; y < counts.length; y++) {
      if (counts[y] == 0) {
        throw new IllegalArgumentException("class " + y + " has no validation example");
      }
    }
  }

  /** The number of scores that one evaluation reads. */
  double work() {
    return logProbabilities.length;
  }

  double[] shift(double[] logG) {
    var shift = new double[base.length];
    for (int y = 0; y < shift.length; y++) {
      shift[y] = base[y] + logG[y];
    }
    return shift;
  }

  double[] classAccuracy(double[] logG) {
    double[] shift = shift(logG);
    var right = new double[base.length];
    for (int i = 0; i < labels.length; i++) {
      right[labels[i]] += predicted(i, shift) == labels[i] ? 1 : 0;
    }
    for (int y = 0; y < right.length; y++) {
      right[y] /= counts[y];
    }
    return right;
  }

  private int predicted(int example, double[] shift) {
    int start = example * shift.length;
    int best = 0;
    for (int y = 1; y < shift.length; y++) {
      if (logProbabilities[start + y] + shift[y] > logProbabilities[start + best] + shift[best]) {
        best = y;
      }
    }
    return best;
  }
}
