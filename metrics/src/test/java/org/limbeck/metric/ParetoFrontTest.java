package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
  @Test
  void of_equalPoints_bothStay() {
    assertThat(ParetoFront.of(new double[] {1, 0, 1, 1}, new double[] {2, 3, 2, 1}))
        .containsExactly(0, 1, 2);
  }

  @Test
  void of_noPoints_isEmpty() {
    assertThat(ParetoFront.of(new double[0], new double[0])).isEmpty();
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatThrownBy(() -> ParetoFront.of(new double[1], new double[2]))
        .hasMessage("expected 1 second values, found 2");
    assertThatThrownBy(() -> ParetoFront.of(new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("NaN");
  }

  @Property
  void of_anyPoints_isTheDefinition(
      @ForAll @Size(max = 20) List<@IntRange(max = 35) Integer> points) {
    int[] x = points.stream().mapToInt(p -> p / 6).toArray();
    int[] y = points.stream().mapToInt(p -> p % 6).toArray();
    double[] first = IntStream.of(x).asDoubleStream().toArray();
    double[] second = IntStream.of(y).asDoubleStream().toArray();
    int[] expected =
        IntStream.range(0, x.length)
            .filter(
                i ->
                    IntStream.range(0, x.length)
                        .noneMatch(
                            j -> x[j] >= x[i] && y[j] >= y[i] && (x[j] > x[i] || y[j] > y[i])))
            .toArray();
    assertThat(ParetoFront.of(first, second)).isEqualTo(expected);
  }
}
