package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavedPassesTest {
  @Test
  void text_ofThreeStudents_saysWhatWasSpared() {
    var passes = new SavedPasses(30_000, 12_000);
    assertThat(passes.saved()).isEqualTo(18_000);
    assertThat(passes.text())
        .isEqualTo("30,000 teacher passes needed, 12,000 computed, 60 % saved by the score cache");
  }

  @Test
  void saved_cacheFilledByAnEarlierStudy_isNotNegative() {
    assertThat(new SavedPasses(100, 250).saved()).isZero();
  }
}
