package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MultiplierOptionsBuilderTest {
  @Test
  void build_untouched_isTheDefault() {
    assertThat(MultiplierOptions.builder().build()).isEqualTo(MultiplierOptions.DEFAULT);
    assertThat(MultiplierOptions.IMAGES.toBuilder().build()).isEqualTo(MultiplierOptions.IMAGES);
    assertThat(MultiplierOptions.IMAGES.smoothed(0)).isEqualTo(MultiplierOptions.IMAGES);
  }

  @Test
  void measure_notOfShares_endsAutomaticSmoothing() {
    var options = MultiplierOptions.builder().gamma(0.1);
    assertThat(options.build().smoothing()).isEqualTo(Smoothing.AUTO);
    options.measure(MultiplierOptions.Measure.CROSS_ENTROPY);
    assertThat(options.build().smoothing()).isEqualTo(Smoothing.NONE);
    options.smoothing(Smoothing.AUTO);
    assertThatThrownBy(options::build).hasMessageContaining("smoothing: auto is for shares");
  }

  @Test
  void build_everyOptionSet_hasThemAll() {
    MultiplierOptions options =
        MultiplierOptions.builder()
            .gamma(2)
            .updateEvery(3)
            .measure(MultiplierOptions.Measure.CROSS_ENTROPY)
            .validationLabels(MultiplierOptions.ValidationLabels.TEACHER)
            .memory(MultiplierOptions.Memory.MEMORYLESS)
            .floor(0.1)
            .sample(70)
            .source(MultiplierOptions.RiskSource.VALIDATION)
            .smoothing(new Smoothing.PseudoExamples(2.5))
            .worstK(2)
            .build();
    assertThat(options)
        .isEqualTo(
            new MultiplierOptions(
                new StepSize.Fixed(2),
                3,
                MultiplierOptions.Measure.CROSS_ENTROPY,
                MultiplierOptions.ValidationLabels.TEACHER,
                MultiplierOptions.Memory.MEMORYLESS,
                0.1,
                70,
                MultiplierOptions.RiskSource.VALIDATION,
                new Smoothing.PseudoExamples(2.5),
                2));
    assertThat(options.toBuilder().build()).isEqualTo(options);
  }

  @Test
  void build_contradiction_isRefusedByTheNameOfTheKey() {
    assertThatThrownBy(() -> MultiplierOptions.onBatches(1).smoothed(2))
        .hasMessageStartingWith("smoothing: expected 0 where risks are those of training batches");
    assertThatThrownBy(() -> MultiplierOptions.builder().floor(1).build())
        .hasMessage("floor: expected [0, 1), found 1.0");
  }
}
