package org.limbeck.teacher;

import java.util.Arrays;

/**
 * How much larger the worst gap of one score mode is than that of the mode with the smallest.
 *
 * @param mode the mode
 * @param worstGap its worst gap
 * @param difference to the smallest worst gap, at least 0
 * @param low lower end of the 95 % interval: difference - 1.96 standard deviations of the paired
 *     bootstrap over groups of examples
 * @param high its upper end
 */
public record GapDifference(
    ScoreMode mode, double worstGap, double difference, double low, double high) {
  private static final double NORMAL_QUANTILE = 1.96;

  /**
   * The difference of two modes.
   *
   * @param resampled worst gaps of the mode in each bootstrap resample
   * @param best those of the mode with the smallest worst gap, in the same resamples
   */
  static GapDifference of(ModeDiagnosis mode, double smallest, double[] resampled, double[] best) {
    var differences = new double[resampled.length];
    Arrays.setAll(differences, r -> resampled[r] - best[r]);
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    double half = NORMAL_QUANTILE * Math.sqrt(squares / (differences.length - 1));
    double difference = mode.worstGap() - smallest;
    return new GapDifference(
        mode.mode(), mode.worstGap(), difference, difference - half, difference + half);
  }

  /** Whether examples drawn anew could make this mode the best: the interval reaches 0. */
  public boolean withinNoise() {
    return low <= 0;
  }
}
