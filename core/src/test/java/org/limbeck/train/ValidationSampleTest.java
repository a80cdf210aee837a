package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;

class ValidationSampleTest {
  /** 30 of class 0, 10 of class 1, 2 of class 2. */
  private static final int[] LABELS =
      IntStream.range(0, 42).map(i -> i < 30 ? 0 : i < 40 ? 1 : 2).toArray();

  private static ValidationSample sample(int size) {
    return new ValidationSample(LABELS, 3, size, y -> new NamedRandom(0, "sample/" + y));
  }

  @Test
  void at_noSize_isTheWholeSplit() {
    assertThat(sample(0).at(5)).containsExactly(IntStream.range(0, 42).toArray());
  }

  @Test
  void at_successiveUpdates_walkThroughTheWholeSplitEvenlyByClass() {
    Set<Integer> seen = new TreeSet<>();
    for (int update = 0; update < 10; update++) {
      int[] chosen = sample(9).at(update);
      for (int y = 0; y < 3; y++) {
        int label = y;
        long members = IntStream.of(chosen).filter(i -> LABELS[i] == label).count();
        assertThat(members).isEqualTo(y == 2 ? 2 : 3);
      }
      assertThat(chosen).isSorted().doesNotHaveDuplicates();
      IntStream.of(chosen).forEach(seen::add);
    }
    assertThat(seen).hasSize(42);
  }

  @Test
  void at_fewerThanClasses_stillSeesEveryClass() {
    assertThat(IntStream.of(sample(1).at(3)).map(i -> LABELS[i]).toArray())
        .containsExactly(0, 1, 2);
  }
}
