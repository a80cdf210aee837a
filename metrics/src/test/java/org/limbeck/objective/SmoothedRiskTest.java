package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Class risks shrunk towards their mean. */
class SmoothedRiskTest {
  @Test
  void smoothed_fewerExamples_areShrunkMore() {
    // Mean 0.4: (0.9 + 0.8) / 3, (3 + 0.8) / 12, 0.8 / 4.5.
    double[] smoothed =
        ClassRisk.smoothed(new double[] {0.9, 0.3, 0}, new double[] {1, 10, 2.5}, 2);
    assertThat(smoothed)
        .containsExactly(new double[] {1.7 / 3, 3.8 / 12, 0.8 / 4.5}, within(1e-12));
  }

  @Test
  void smoothed_byNothing_isTheSame() {
    double[] risk = {0.1, 1 / 3.0};
    assertThat(ClassRisk.smoothed(risk, new double[] {3, 7}, 0)).containsExactly(risk);
  }

  @Test
  void smoothed_otherNumberOfMasses_isRefused() {
    assertThatThrownBy(() -> ClassRisk.smoothed(new double[2], new double[] {1, 1, 1}, 1))
        .hasMessage("expected 2 values, found 3");
  }

  @Property
  void smoothed_anyRisks_lieBetweenThemAndTheirMean(
      @ForAll @Size(4) List<@DoubleRange(max = 5) Double> risks,
      @ForAll @DoubleRange(min = 0.1, max = 100) double mass,
      @ForAll @DoubleRange(max = 100) double k) {
    double[] risk = risks.stream().mapToDouble(r -> r).toArray();
    double mean = (risk[0] + risk[1] + risk[2] + risk[3]) / 4;
    double[] smoothed = ClassRisk.smoothed(risk, new double[] {mass, mass, mass, mass}, k);
    for (int y = 0; y < risk.length; y++) {
      assertThat(smoothed[y])
          .isBetween(Math.min(risk[y], mean) - 1e-9, Math.max(risk[y], mean) + 1e-9);
    }
  }

  @Test
  void options_badSmoothing_isRefused() {
    assertThatThrownBy(() -> MultiplierOptions.DEFAULT.smoothed(-1))
        .hasMessage("smoothing: expected a finite number, 0 or more, found -1.0");
    assertThatThrownBy(() -> MultiplierOptions.DEFAULT.smoothed(Double.NaN))
        .hasMessageContaining("smoothing");
    assertThatThrownBy(() -> MultiplierOptions.onBatches(0.1).smoothed(1))
        .hasMessageContaining("smoothing: expected 0 where risks are those of training batches");
  }
}
