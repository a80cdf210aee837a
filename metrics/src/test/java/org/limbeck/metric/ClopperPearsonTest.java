package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
  @Test
  void bounds_allOrNothing_areClosedForms() {
    assertThat(ClopperPearson.lower(0, 7, 0.95)).isZero();
    assertThat(ClopperPearson.upper(7, 7, 0.95)).isEqualTo(1);
    assertThat(ClopperPearson.lower(2, 2, 0.95)).isCloseTo(Math.sqrt(0.05), within(1e-12));
    assertThat(ClopperPearson.upper(0, 2, 0.95)).isCloseTo(1 - Math.sqrt(0.05), within(1e-12));
  }

  @Test
  void bounds_aMillionTrials_areNearTheRate() {
    assertThat(ClopperPearson.lower(900_000, 1_000_000, 0.95))
        .isCloseTo(0.9 - 1.645 * 0.0003, within(1e-5));
    assertThat(ClopperPearson.upper(1, 1_000_000, 0.95)).isCloseTo(4.7438e-6, within(1e-9));
  }

  @Test
  void bounds_badArguments_areRefused() {
    assertThatThrownBy(() -> ClopperPearson.lower(3, 2, 0.95)).hasMessageContaining("3 of 2");
    assertThatThrownBy(() -> ClopperPearson.upper(0, 0, 0.95)).hasMessageContaining("0 of 0");
    assertThatThrownBy(() -> ClopperPearson.upper(0, 1, Double.NaN)).hasMessageContaining("NaN");
  }

  /** The definition: at the lower bound p, k or more of n have probability 1 - level. */
  @Property(tries = 200)
  void lower_anyCount_hasTheTailItPromises(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll @IntRange(max = 39) int failures) {
    int k = Math.max(1, n - failures);
    double p = ClopperPearson.lower(k, n, 0.9);
    assertThat(tail(k, n, p)).isCloseTo(0.1, within(1e-8));
    assertThat(ClopperPearson.upper(n - k, n, 0.9)).isCloseTo(1 - p, within(1e-9));
  }

  private static double tail(int k, int n, double p) {
    double term = Math.pow(1 - p, n);
    double below = 0;
    for (int i = 0; i < k; i++) {
      below += term;
      term *= (double) (n - i) / (i + 1) * p / (1 - p);
    }
    return 1 - below;
  }
}
