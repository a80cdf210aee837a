package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedHalvesTest {
  private static final int[] LABELS =
      IntStream.range(0, 101).map(i -> i % 7 == 0 ? 2 : i % 2).toArray();

  @Test
  void rows_everyExample_isInOneHalfAndClassesAreEven() {
    var halves = new StratifiedHalves(LABELS, 3);
    int[] first = halves.rows(0);
    int[] second = halves.rows(1);
    assertThat(IntStream.concat(Arrays.stream(first), Arrays.stream(second)).sorted().toArray())
        .isEqualTo(IntStream.range(0, 101).toArray());
    for (int y = 0; y < 3; y++) {
      assertThat(count(first, y) - count(second, y)).isBetween(-1L, 1L);
    }
  }

  @Test
  void of_example_isTheHalfThatHasIt() {
    var halves = new StratifiedHalves(LABELS, 3);
    assertThat(Arrays.stream(halves.rows(1)).map(halves::of).toArray()).containsOnly(1);
    assertThat(new StratifiedHalves(LABELS, 3).rows(1)).isEqualTo(halves.rows(1));
  }

  private static long count(int[] rows, int label) {
    return Arrays.stream(rows).filter(i -> LABELS[i] == label).count();
  }
}
