package org.limbeck.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The points that no other point beats: a point is on the front unless another is at least as good
 * in both values and better in one. Larger is better; equal points both stay.
 */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * The indices of the points on the front, ascending.
   *
   * @param first one value a point, no NaN
   * @param second the other value, as many
   */
  public static int[] of(double[] first, double[] second) {
    check(first, second);
    int[] order =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -first[i])
                    .thenComparingDouble(i -> -second[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var front = IntStream.builder();
    int last = -1;
    for (int i : order) {
      // In this order a point can only be beaten by an earlier one, and the last one that got onto
      // the front has the best second value of these.
      boolean equal = last >= 0 && first[i] == first[last] && second[i] == second[last];
      if (last < 0 || equal || second[i] > second[last]) {
        front.add(i);
        last = i;
      }
    }
    return Arrays.stream(front.build().toArray()).sorted().toArray();
  }

  private static void check(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "expected %d second values, found %d".formatted(first.length, second.length));
    }
    if (!Arrays.stream(first).allMatch(v -> !Double.isNaN(v))
        || !Arrays.stream(second).allMatch(v -> !Double.isNaN(v))) {
      throw new IllegalArgumentException("expected numbers, found NaN");
    }
  }
}
