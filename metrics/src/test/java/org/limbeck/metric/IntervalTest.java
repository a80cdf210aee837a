package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  /** t(0.975; 2) = 4.302653 from printed tables; s = 1. */
  @Test
  void ofSeeds_threeValues_isTheTInterval() {
    var interval = Interval.ofSeeds(new double[] {1, 2, 3}, 0.95);
    assertThat(interval.mean()).isEqualTo(2);
    assertThat(interval.low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-6));
    assertThat(interval.high()).isCloseTo(2 + 4.302653 / Math.sqrt(3), within(1e-6));
  }

  @Test
  void ofSeeds_oneValue_hasNoEnds() {
    assertThat(Interval.ofSeeds(new double[] {0.5}, 0.95)).isEqualTo(new Interval(0.5, null, null));
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatThrownBy(() -> Interval.ofSeeds(new double[0], 0.95)).hasMessageContaining("none");
    assertThatThrownBy(() -> Interval.ofSeeds(new double[] {1}, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Interval.ofSeeds(new double[] {1 / 0.0}, 0.95))
        .hasMessageContaining("Infinity");
  }
}
