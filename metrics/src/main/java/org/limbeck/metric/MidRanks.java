package org.limbeck.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1, ascending; equal values share the mean of the ranks that they cover. */
final class MidRanks {
  private MidRanks() {}

  /**
   * The rank of each value.
   *
   * @param values no NaN
   */
  static double[] of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new double[values.length];
    int end;
    for (int start = 0; start < order.length; start = end) {
      end = start;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + 1 + end) / 2.0;
      }
    }
    return ranks;
  }
}
