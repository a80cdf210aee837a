package org.limbeck.gate.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamplesNeededTest {
  private static final double D = 0.05;
  private static final int MOST = 1500;

  @Test
  void withoutChange_marginsOfOneAndTwoPoints_need368And183() {
    assertThat(ExamplesNeeded.withoutChange(0.02, D)).isEqualTo(183);
    assertThat(ExamplesNeeded.withoutChange(0.01, D)).isEqualTo(368);
    assertThat(ExamplesNeeded.withoutChange(0, D)).isNull();
    assertThat(ExamplesNeeded.ofDrop(0, 0, 20, 0.02, new Level(D, 1)))
        .isEqualTo(new ExamplesNeeded(183, 183, 183));
  }

  @Test
  void ofShare_rateAtThreshold_isNeverDecided() {
    assertThat(ExamplesNeeded.ofShare(14, 20, 0.7, new Level(D, 1))).isEqualTo(ExamplesNeeded.NONE);
  }

  @Test
  void ofShare_everythingRight_hasNoChance() {
    assertThat(ExamplesNeeded.ofShare(20, 20, 0.9, new Level(D, 1)))
        .isEqualTo(new ExamplesNeeded(29, 29, 29));
  }

  @Test
  void ofShare_belowThresholdInManyPairs_needsMoreForTheVerdict() {
    ExamplesNeeded one = ExamplesNeeded.ofShare(60, 100, 0.68, new Level(D, 1));
    ExamplesNeeded many = ExamplesNeeded.ofShare(60, 100, 0.68, new Level(D, 100));
    assertThat(many.half()).isEqualTo(one.half());
    assertThat(many.halfOfPairs()).isGreaterThan(one.halfOfPairs());
    assertThat(many.eighty()).isGreaterThan(one.eighty());
  }

  @Test
  void ofShare_someCounts_isTheFirstNumberOfAll() {
    var random = new Random(15);
    for (int i = 0; i < 300; i++) {
      int n = 1 + random.nextInt(300);
      int k = random.nextInt(n + 1);
      double t = random.nextDouble();
      var level = new Level(0.01 + 0.2 * random.nextDouble(), 1 + random.nextInt(20));
      ExamplesNeeded needed = ExamplesNeeded.ofShare(k, n, t, level);
      assertFirst(needed.half(), first(n, m -> decides(k, n, m, t, level.d(), level.d())));
      assertFirst(needed.halfOfPairs(), first(n, m -> decides(k, n, m, t, level.d(), level.own())));
    }
  }

  @Test
  void ofShare_someCounts_isTheFirstNumberWithTheChance() {
    var random = new Random(16);
    for (int i = 0; i < 40; i++) {
      int n = 1 + random.nextInt(300);
      int k = random.nextInt(n + 1);
      double t = random.nextDouble();
      var level = new Level(0.01 + 0.1 * random.nextDouble(), 1 + random.nextInt(20));
      if (decides(k, n, n, t, level.d(), level.own()) || k == 0 || k == n) {
        continue;
      }
      assertFirst(
          ExamplesNeeded.ofShare(k, n, t, level).eighty(),
          first(n, m -> chance(k, n, m, t, level) >= 0.8));
    }
  }

  /** Numbers above MOST are not looked for in these tests. */
  private static void assertFirst(@Nullable Integer found, @Nullable Integer expected) {
    assertThat(found != null && found > MOST ? null : found).isEqualTo(expected);
  }

  private static @Nullable Integer first(int n, IntPredicate property) {
    for (int m = n; m <= MOST; m++) {
      if (property.test(m)) {
        return m;
      }
    }
    return null;
  }

  private static boolean decides(int k, int n, int m, double t, double d, double own) {
    int scaled = (int) ((long) m * k / n);
    return k > t * n ? Shares.holds(scaled, m, t, d) : Shares.violated(scaled, m, t, own);
  }

  private static double chance(int k, int n, int m, double t, Level level) {
    var count = new BinomialDistribution(m, (double) k / n);
    if (k > t * n) {
      int least = (int) (t * m);
      while (least <= m && !Shares.holds(least, m, t, level.d())) {
        least++;
      }
      return 1 - count.cumulativeProbability(least - 1);
    }
    int most = Math.min(m, (int) (t * m) + 1);
    while (most >= 0 && !Shares.violated(most, m, t, level.own())) {
      most--;
    }
    return count.cumulativeProbability(most);
  }

  @Test
  void ofDrop_someCounts_decidesThereAndWithTheChance() {
    var random = new Random(17);
    int checked = 0;
    while (checked < 25) {
      int n = 50 + random.nextInt(500);
      int b = random.nextInt(n / 10);
      int c = random.nextInt(n / 10);
      double margin = 0.01 + 0.1 * random.nextDouble();
      var level = new Level(D, 1);
      Integer half = ExamplesNeeded.ofDrop(b, c, n, margin, level).half();
      Integer eighty = ExamplesNeeded.ofDrop(b, c, n, margin, level).eighty();
      if (half == null || eighty == null || half == n || eighty > 20_000 || b + c == 0) {
        continue;
      }
      checked++;
      assertThat(decided(b, c, n, half, margin)).isTrue();
      assertThat(decided(b, c, n, half - 1, margin)).isFalse();
      assertThat(simulatedChance(random, b, c, n, eighty, margin)).isBetween(0.70, 0.90);
    }
  }

  private static boolean decided(int b, int c, int n, int m, double margin) {
    int wholeB = (int) ((long) m * b / n);
    int wholeC = (int) ((long) m * c / n);
    return Drops.holds(wholeB, wholeC, m, margin, D)
        || Drops.violated(wholeB, wholeC, m, margin, D);
  }

  private static double simulatedChance(Random random, int b, int c, int n, int m, double margin) {
    int decided = 0;
    for (int i = 0; i < 400; i++) {
      int drawnB = 0;
      int drawnC = 0;
      for (int j = 0; j < m; j++) {
        int draw = random.nextInt(n);
        drawnB += draw < b ? 1 : 0;
        drawnC += draw >= b && draw < b + c ? 1 : 0;
      }
      decided +=
          Drops.holds(drawnB, drawnC, m, margin, D) || Drops.violated(drawnB, drawnC, m, margin, D)
              ? 1
              : 0;
    }
    return decided / 400.0;
  }
}
