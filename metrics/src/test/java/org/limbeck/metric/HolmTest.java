package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HolmTest {
  private static void requireAdjusted(List<@Nullable Double> p, double... expected) {
    assertThat(Holm.adjusted(p).stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, Offset.offset(1e-12));
  }

  /** p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") in R; by hand 4, 3, 2, 1 times, 0.04 raised. */
  @Test
  void adjusted_unsorted_isWhatRPrints() {
    requireAdjusted(List.of(0.01, 0.04, 0.03, 0.005), 0.03, 0.06, 0.06, 0.02);
  }

  /** statsmodels.stats.multitest.multipletests(p, method="holm"). */
  @Test
  void adjusted_seven_isWhatStatsmodelsPrints() {
    requireAdjusted(
        List.of(0.0004, 0.021, 0.021, 0.6, 0.013, 0.0311, 0.3),
        0.0028,
        0.105,
        0.105,
        0.6,
        0.078,
        0.105,
        0.6);
  }

  @Test
  void adjusted_ties_areTheSame() {
    requireAdjusted(List.of(0.02, 0.01, 0.02, 0.3), 0.06, 0.04, 0.06, 0.3);
  }

  @Test
  void adjusted_large_staysWithinOne() {
    requireAdjusted(List.of(0.5, 0.9, 0.4), 1, 1, 1);
    requireAdjusted(List.of(0.03), 0.03);
  }

  @Test
  void adjusted_untested_isNotCounted() {
    assertThat(Holm.adjusted(Arrays.asList(0.02, null, 0.01))).containsExactly(0.02, null, 0.02);
    assertThat(Holm.adjusted(Arrays.asList((Double) null))).containsOnlyNulls();
    assertThat(Holm.adjusted(List.of())).isEmpty();
  }

  @Test
  void adjusted_notAProbability_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holm.adjusted(List.of(0.5, 1.5)))
        .withMessage("p: expected [0, 1], found 1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(List.of(Double.NaN)));
  }

  @Property
  void adjusted_any_keepsOrderBetweenPAndBonferroni(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 1) Double> p) {
    List<@Nullable Double> adjusted = Holm.adjusted(List.copyOf(p));
    double[] values = adjusted.stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 0; i < p.size(); i++) {
      double own = p.get(i);
      double ownAdjusted = values[i];
      assertThat(ownAdjusted).isBetween(own, Math.min(1, p.size() * own));
      assertThat(IntStream.range(0, p.size()).filter(j -> p.get(j) <= own))
          .allMatch(j -> values[j] <= ownAdjusted);
    }
  }
}
