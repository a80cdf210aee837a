package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassMetricsTest {
  @Test
  void of_absentClass_isNullAndLeftOut() {
    var metrics = metrics(4, new int[] {0, 0, 3, 3}, new int[] {0, 1, 3, 3});
    assertThat(metrics.classAccuracy()).containsExactly(0.5, null, null, 1.0);
    assertThat(metrics.classLowerBound().get(1)).isNull();
    assertThat(metrics.classCount()).containsExactly(2, 0, 0, 2);
    assertThat(metrics.balancedAccuracy()).isEqualTo(0.75);
    assertThat(metrics.worst3()).isEqualTo(0.75);
    assertThat(metrics.worstClass()).isZero();
  }

  @Test
  void of_ties_worstClassIsTheLowestIndex() {
    var metrics = metrics(3, new int[] {0, 1, 1, 2, 2}, new int[] {0, 1, 0, 2, 1});
    assertThat(metrics.worstClass()).isEqualTo(1);
  }

  @Test
  void of_oneExample_hasBounds() {
    var wrong = metrics(2, new int[] {1}, new int[] {0});
    assertThat(wrong.accuracy()).isZero();
    assertThat(wrong.worstClass()).isEqualTo(1);
    assertThat(wrong.worstClassLowerBound()).isZero();
    assertThat(wrong.worstClassUpperBound()).isCloseTo(0.975, within(1e-12));
  }

  @Test
  void of_worstK_averagesNoMoreThanThereIs() {
    var tally = ClassTally.of(4, new int[] {0, 1, 1}, new int[] {0, 1, 0});
    assertThat(ClassMetrics.of(tally, 0.95, OptionalInt.of(4)).worstK())
        .isEqualTo(new ClassMetrics.WorstK(2, 0.75));
  }

  @Test
  void of_defaultWorstK_isATenthRoundedUp() {
    var labels = new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(metrics(11, labels, labels).worstK().k()).isEqualTo(2);
    assertThat(metrics(10, new int[] {9}, new int[] {9}).worstK().k()).isEqualTo(1);
  }

  @Test
  void of_noExample_isRefused() {
    assertThatThrownBy(() -> metrics(2, new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 example or more");
  }

  @Test
  void of_optionsOutOfRange_areRefused() {
    var tally = ClassTally.of(2, new int[] {0}, new int[] {0});
    assertThatThrownBy(() -> ClassMetrics.of(tally, 1, OptionalInt.empty()))
        .hasMessage("confidence: expected a number between 0 and 1, found 1.0");
    assertThatThrownBy(() -> ClassMetrics.of(tally, 0.95, OptionalInt.of(3)))
        .hasMessage("worst-k: expected [1, 2], found 3");
  }

  @Property(tries = 200)
  void of_anyPredictions_boundsAreOrdered(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 9) int m) {
    var metrics = random(random, m);
    assertThat(metrics.worstClassLowerBound()).isLessThanOrEqualTo(metrics.worstClassAccuracy());
    assertThat(metrics.worstClassAccuracy())
        .isLessThanOrEqualTo(metrics.worstClassUpperBound())
        .isLessThanOrEqualTo(metrics.worst3() + 1e-12)
        .isLessThanOrEqualTo(metrics.accuracy() + 1e-12);
    assertThat(metrics.worst3()).isLessThanOrEqualTo(metrics.balancedAccuracy() + 1e-12);
    for (int y = 0; y < m; y++) {
      Double accuracy = metrics.classAccuracy().get(y);
      Double bound = metrics.classLowerBound().get(y);
      assertThat(accuracy == null).isEqualTo(metrics.classCount().get(y) == 0);
      assertThat(bound == null).isEqualTo(accuracy == null);
      if (bound != null) {
        assertThat(bound).isLessThanOrEqualTo(accuracy);
      }
    }
  }

  @Property(tries = 100)
  void of_classesPermuted_resultsArePermuted(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 9) int m) {
    int[] labels = random.ints(40, 0, m).toArray();
    int[] predictions = random.ints(40, 0, m).toArray();
    int shift = 1 + random.nextInt(m - 1);
    var before = metrics(m, labels, predictions);
    var after = metrics(m, shifted(labels, shift, m), shifted(predictions, shift, m));
    for (int y = 0; y < m; y++) {
      int moved = (y + shift) % m;
      assertThat(after.classAccuracy().get(moved)).isEqualTo(before.classAccuracy().get(y));
      assertThat(after.classLowerBound().get(moved)).isEqualTo(before.classLowerBound().get(y));
    }
    assertThat(after.worstClassAccuracy()).isEqualTo(before.worstClassAccuracy());
    assertThat(after.worstClassUpperBound()).isEqualTo(before.worstClassUpperBound());
    assertThat(after.balancedAccuracy()).isCloseTo(before.balancedAccuracy(), within(1e-12));
  }

  private static int[] shifted(int[] values, int shift, int m) {
    return Arrays.stream(values).map(v -> (v + shift) % m).toArray();
  }

  private static ClassMetrics random(Random random, int m) {
    int n = 1 + random.nextInt(50);
    return metrics(m, random.ints(n, 0, m).toArray(), random.ints(n, 0, m).toArray());
  }

  private static ClassMetrics metrics(int m, int[] labels, int[] predictions) {
    return ClassMetrics.of(ClassTally.of(m, labels, predictions), 0.95, OptionalInt.empty());
  }
}
