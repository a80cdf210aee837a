package org.limbeck.report.chart;

/** Places labels near where they belong without one over another. */
final class Labels {
  private Labels() {}

  /**
   * Positions in ascending order, each at least {@code gap} from the next, none far from where it
   * is wanted.
   *
   * @param wanted in ascending order
   * @param gap between two; smaller where there is no room for it
   * @param low where the first may be
   * @param high where the last may be
   */
  static double[] apart(double[] wanted, double gap, double low, double high) {
    double kept = wanted.length < 2 ? gap : Math.min(gap, (high - low) / (wanted.length - 1));
    double[] placed = wanted.clone();
    double least = low;
    for (int i = 0; i < placed.length; i++) {
      placed[i] = Math.max(placed[i], least);
      least = placed[i] + kept;
    }
    double most = high;
    for (int i = placed.length - 1; i >= 0; i--) {
      placed[i] = Math.min(placed[i], most);
      most = placed[i] - kept;
    }
    return placed;
  }
}
