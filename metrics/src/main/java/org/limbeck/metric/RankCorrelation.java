package org.limbeck.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation within groups: whether larger values of one variable come with larger
 * values of the other in the same group.
 *
 * <p>With r_i the mid-rank of x_i among the n_g values of its group and u_i = (r_i - (n_g + 1)/2) /
 * n_g, and v_i so for y, it is sum u v / sqrt(sum u^2 sum v^2), in [-1, 1]. With one group this is
 * Spearman's rho; with several, differences between groups do not count. Source: Spearman, American
 * Journal of Psychology 1904; the groups derived in docs/method.md, section 5.
 */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * The correlation; absent where all x, or all y, tie within every group.
   *
   * @param x finite values
   * @param y as many
   * @param groups the group of each pair
   */
  public static OptionalDouble within(double[] x, double[] y, int[] groups) {
    check(x, y.length);
    check(y, groups.length);
    double[] u = centred(x, groups);
    double[] v = centred(y, groups);
    double squares = product(u, u) * product(v, v);
    return squares == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(product(u, v) / Math.sqrt(squares));
  }

  /** The correlation of pairs that are one group. */
  public static OptionalDouble of(double[] x, double[] y) {
    return within(x, y, new int[x.length]);
  }

  private static double[] centred(double[] values, int[] groups) {
    var centred = new double[values.length];
    for (int group : Arrays.stream(groups).distinct().toArray()) {
      int[] members = IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray();
      double n = members.length;
      double[] ranks = MidRanks.of(Arrays.stream(members).mapToDouble(i -> values[i]).toArray());
      for (int i = 0; i < members.length; i++) {
        centred[members[i]] = (ranks[i] - (n + 1) / 2) / n;
      }
    }
    return centred;
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static void check(double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "expected %d pairs, found %d".formatted(size, values.length));
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("expected finite values: " + Arrays.toString(values));
    }
  }
}
