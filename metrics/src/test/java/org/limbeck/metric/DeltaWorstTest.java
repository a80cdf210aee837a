package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeltaWorstTest {
  @Property(tries = 300)
  void of_endsOfDelta_areBalancedAndWorst(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] accuracy = values.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = Arrays.stream(accuracy).average().orElseThrow();
    double worst = Arrays.stream(accuracy).min().orElseThrow();
    assertThat(DeltaWorst.of(accuracy, 0)).isCloseTo(mean, within(1e-9));
    assertThat(DeltaWorst.of(accuracy, Math.log(accuracy.length) + 1e-12)).isEqualTo(worst);
    double last = mean + 1e-9;
    for (double delta = 0; delta < 2.6; delta += 0.2) {
      double value = DeltaWorst.of(accuracy, delta);
      assertThat(value).isBetween(worst - 1e-9, last);
      last = value + 1e-9;
    }
  }

  @Test
  void of_tiesAtTheWorst_needASmallerRadius() {
    double[] accuracy = {0.2, 0.2, 0.9, 0.8};
    assertThat(DeltaWorst.of(accuracy, Math.log(2))).isCloseTo(0.2, within(1e-9));
    assertThat(DeltaWorst.of(accuracy, Math.log(2) - 0.05)).isGreaterThan(0.2);
    assertThat(DeltaWorst.of(new double[] {0.4, 0.4}, 0.1)).isEqualTo(0.4);
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatThrownBy(() -> DeltaWorst.of(new double[] {1}, -0.1)).hasMessageContaining("delta");
    assertThatThrownBy(() -> DeltaWorst.of(new double[0], 0)).hasMessageContaining("none");
    assertThatThrownBy(() -> DeltaWorst.of(new double[] {Double.NaN}, 0))
        .hasMessageContaining("NaN");
  }
}
