package org.limbeck.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The step-down correction of p-values for making several tests at once.
 *
 * <p>With p_(1) &lt;= ... &lt;= p_(m), the adjusted value of p_(i) is the maximum over j &lt;= i of
 * min(1, (m - j + 1) p_(j)). Rejecting where it is at most a level errs on any true hypothesis with
 * at most that probability, however the tests depend on each other. Source: Holm, Scandinavian
 * Journal of Statistics 1979.
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted p-values, each at its place.
   *
   * @param p in [0, 1]; {@code null} for a comparison that could not be tested: it stays {@code
   *     null} and is not counted
   */
  public static List<@Nullable Double> adjusted(List<@Nullable Double> p) {
    check(p);
    int[] ascending =
        IntStream.range(0, p.size())
            .boxed()
            .filter(i -> p.get(i) != null)
            .sorted(Comparator.comparingDouble(i -> Objects.requireNonNull(p.get(i))))
            .mapToInt(Integer::intValue)
            .toArray();
    var adjusted = new @Nullable Double[p.size()];
    double largest = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      double value = Objects.requireNonNull(p.get(ascending[rank]));
      largest = Math.max(largest, Math.min(1, (ascending.length - rank) * value));
      adjusted[ascending[rank]] = largest;
    }
    return Arrays.asList(adjusted);
  }

  private static void check(List<@Nullable Double> p) {
    for (Double value : p) {
      if (value != null && !(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("p: expected [0, 1], found " + value);
      }
    }
  }
}
