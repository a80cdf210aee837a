package org.limbeck.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A statistic with its bootstrap percentile interval.
 *
 * @param value on the observations themselves
 * @param low lower end; {@code null} where there is no interval
 * @param high upper end; {@code null} where there is no interval
 */
public record Estimate(double value, @Nullable Double low, @Nullable Double high) {

  /**
   * A statistic with the quantiles (1 - confidence)/2 and (1 + confidence)/2 of its resamples,
   * interpolated linearly between the sorted ones. Source: Efron &amp; Tibshirani 1993, chapter 13.
   *
   * @param value of the observations themselves
   * @param resampled the values of the resamples that have one
   * @param resamples how many there were; no interval where fewer than half have a value
   */
  public static Estimate of(double value, double[] resampled, int resamples, double confidence) {
    Levels.check("confidence", confidence);
    if (resampled.length == 0 || 2 * resampled.length < resamples) {
      return new Estimate(value, null, null);
    }
    double[] sorted = Arrays.stream(resampled).sorted().toArray();
    return new Estimate(
        value, quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2));
  }

  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
