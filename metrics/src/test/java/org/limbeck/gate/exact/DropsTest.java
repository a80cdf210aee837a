package org.limbeck.gate.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DropsTest {
  @Test
  void verdicts_someCounts_agreeWithTheBounds() {
    var random = new Random(2);
    for (int i = 0; i < 4000; i++) {
      int n = 1 + random.nextInt(600);
      int b = random.nextInt(random.nextBoolean() ? Math.min(n + 1, 10) : n + 1);
      int c = random.nextInt(n - b + 1) / (1 + random.nextInt(20));
      double margin = random.nextInt(51) / 100.0;
      double d = 0.001 + 0.3 * random.nextDouble();
      Bounds bounds = Drops.bounds(b, c, n, d);
      assertThat(Drops.holds(b, c, n, margin, d)).isEqualTo(bounds.upper() < margin);
      assertThat(Drops.violated(b, c, n, margin, d)).isEqualTo(bounds.lower() > margin);
    }
  }

  @Test
  void holds_boundEqualToTheMargin_isStrict() {
    double upper = Drops.bounds(5, 9, 400, 0.05).upper();
    assertThat(Drops.holds(5, 9, 400, upper, 0.05)).isFalse();
    assertThat(Drops.holds(5, 9, 400, upper + 1e-9, 0.05)).isTrue();
  }

  @Test
  void violated_boundEqualToTheMargin_isStrict() {
    double lower = Drops.bounds(60, 5, 100, 0.05).lower();
    assertThat(Drops.violated(60, 5, 100, lower, 0.05)).isFalse();
    assertThat(Drops.violated(60, 5, 100, lower - 1e-9, 0.05)).isTrue();
  }

  @Test
  void mcnemar_fewChanges_isExact() {
    assertThat(Drops.mcnemarWorse(0, 0)).isEqualTo(1);
    assertThat(Drops.mcnemarTwoSided(0, 0)).isEqualTo(1);
    assertThat(Drops.mcnemarWorse(0, 3)).isEqualTo(1);
    assertThat(Drops.mcnemarWorse(3, 0)).isCloseTo(0.125, within(1e-14));
    assertThat(Drops.mcnemarTwoSided(3, 0)).isCloseTo(0.25, within(1e-14));
  }
}
