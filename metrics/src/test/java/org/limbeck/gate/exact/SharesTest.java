package org.limbeck.gate.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void verdicts_someCounts_agreeWithTheBounds() {
    var random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      int n = 1 + random.nextInt(500);
      int k = random.nextInt(n + 1);
      double t = random.nextInt(101) / 100.0;
      double d = 0.001 + 0.3 * random.nextDouble();
      Bounds bounds = Shares.bounds(k, n, d);
      assertThat(Shares.holds(k, n, t, d)).isEqualTo(bounds.lower() >= t);
      assertThat(Shares.violated(k, n, t, d)).isEqualTo(bounds.upper() < t);
    }
  }

  @Test
  void verdicts_thresholdEqualToABound_followTheDefinition() {
    Bounds bounds = Shares.bounds(17, 20, 0.05);
    assertThat(Shares.holds(17, 20, bounds.lower(), 0.05)).isTrue();
    assertThat(Shares.holds(17, 20, Math.nextUp(bounds.lower()), 0.05)).isFalse();
    assertThat(Shares.violated(17, 20, bounds.upper(), 0.05)).isFalse();
    assertThat(Shares.violated(17, 20, Math.nextUp(bounds.upper()), 0.05)).isTrue();
  }

  @Test
  void verdicts_thresholdsZeroAndOne_needNoLuck() {
    assertThat(Shares.holds(0, 5, 0, 0.05)).isTrue();
    assertThat(Shares.violated(0, 5, 0, 0.05)).isFalse();
    assertThat(Shares.holds(5, 5, 1, 0.05)).isFalse();
    assertThat(Shares.violated(5, 5, 1, 0.05)).isFalse();
    assertThat(Shares.violated(4, 5, 1, 0.05)).isTrue();
  }

  @Test
  void binomialTail_manySteps_keepsItsDigits() {
    var tail = new BinomialTail(100, 70, 0.65);
    int count = 70;
    for (int n = 100; n < 100_000; n++) {
      tail.addTrial();
      if ((n + 1) * 13L / 20 > count) {
        tail.addCount();
        count++;
      }
    }
    double exact = Shares.atLeast(count, 100_000, 0.65);
    assertThat(Math.abs(tail.value() / exact - 1)).isLessThan(1e-8);
  }
}
