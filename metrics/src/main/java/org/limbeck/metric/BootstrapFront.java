package org.limbeck.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How often each point is on the {@link ParetoFront} when the seeds are drawn anew.
 *
 * <p>A resample draws as many seeds as there are, with replacement, the same ones for every point;
 * each point is then its two means over the drawn seeds. The draws are the same each time. Source:
 * Efron &amp; Tibshirani, An Introduction to the Bootstrap, 1993.
 *
 * @param shares the share of resamples in which each point is on the front, in [0, 1]
 */
public record BootstrapFront(List<Double> shares) {
  /** The number of resamples. */
  public static final int RESAMPLES = 1000;

  private static final long SEED = 1993;

  public BootstrapFront {
    shares = List.copyOf(shares);
  }

  /**
   * The shares of some points; absent without points, and with one seed, which cannot be resampled.
   *
   * @param first {@code [points, seeds]}, every row with the same seeds in the same order
   * @param second the other value, of the same shape
   */
  public static Optional<BootstrapFront> of(double[][] first, double[][] second) {
    if (first.length == 0 || first[0].length < 2) {
      return Optional.empty();
    }
    int seeds = first[0].length;
    check(first, seeds);
    check(second, seeds);
    var random = new Random(SEED);
    var times = new int[first.length];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] drawn = random.ints(seeds, 0, seeds).toArray();
      for (int point : ParetoFront.of(means(first, drawn), means(second, drawn))) {
        times[point]++;
      }
    }
    return Optional.of(
        new BootstrapFront(
            Arrays.stream(times).mapToObj(count -> (double) count / RESAMPLES).toList()));
  }

  private static double[] means(double[][] values, int[] drawn) {
    return Arrays.stream(values)
        .mapToDouble(row -> Arrays.stream(drawn).mapToDouble(s -> row[s]).sum() / drawn.length)
        .toArray();
  }

  private static void check(double[][] values, int seeds) {
    for (double[] row : values) {
      if (row.length != seeds) {
        throw new IllegalArgumentException(
            "expected %d seeds of each point, found %d".formatted(seeds, row.length));
      }
    }
  }
}
