package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClassTallyTest {
  @Test
  void of_imperfectPredictions_countsEveryCell() {
    var tally = ClassTally.of(3, new int[] {0, 2, 2, 2, 0}, new int[] {1, 2, 0, 2, 0});
    assertThat(tally.examples()).isEqualTo(5);
    assertThat(tally.count(0)).isEqualTo(2);
    assertThat(tally.count(1)).isZero();
    assertThat(tally.correct(2)).isEqualTo(2);
    assertThat(tally.predictedAs(0, 1)).isEqualTo(1);
    assertThat(tally.predictedAs(2, 2)).isEqualTo(2);
    assertThat(tally.predictedAs(1, 1)).isZero();
  }

  @Test
  void of_manyClasses_needsNoDenseMatrix() {
    var tally = ClassTally.of(1_000_000, new int[] {999_999}, new int[] {999_998});
    assertThat(tally.predictedAs(999_999, 999_998)).isEqualTo(1);
  }

  @Test
  void of_badArguments_areRefusedWithBothNumbers() {
    assertThatThrownBy(() -> ClassTally.of(2, new int[] {0, 2}, new int[] {0, 0}))
        .hasMessage("label of example 1: expected [0, 2), found 2");
    assertThatThrownBy(() -> ClassTally.of(2, new int[] {0}, new int[] {-1}))
        .hasMessage("prediction of example 0: expected [0, 2), found -1");
    assertThatThrownBy(() -> ClassTally.of(2, new int[] {0}, new int[0]))
        .hasMessage("expected 1 predictions, found 0");
    assertThatThrownBy(() -> ClassTally.of(0, new int[0], new int[0]))
        .hasMessage("expected 1 class or more, found 0");
  }
}
