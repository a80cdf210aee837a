package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  /** Student's sleep data; t.test(paired = TRUE) in R prints these. */
  @Test
  void of_sleepData_isWhatRPrints() {
    var comparison =
        PairedComparison.of(
            new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
            new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4},
            0.95);
    assertThat(comparison.p()).isCloseTo(0.002833, within(5e-7));
    assertThat(comparison.difference().mean()).isCloseTo(-1.58, within(1e-12));
    assertThat(comparison.difference().low()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(comparison.difference().high()).isCloseTo(-0.7001142, within(5e-8));
  }

  /** scipy.stats.ttest_rel and its confidence_interval(0.95). */
  @Test
  void of_fiveSeeds_isWhatScipyPrints() {
    var comparison =
        PairedComparison.of(
            new double[] {0.431, 0.502, 0.388, 0.467, 0.455},
            new double[] {0.402, 0.498, 0.391, 0.420, 0.411},
            0.95);
    assertThat(comparison.p()).isCloseTo(0.07670308038119351, within(1e-9));
    assertThat(comparison.difference().low()).isCloseTo(-0.004133346829230944, within(1e-9));
    assertThat(comparison.difference().high()).isCloseTo(0.05253334682923096, within(1e-9));
  }

  /**
   * By hand: differences 0.1, 0.2, 0.3 have s = 0.1; s^2 (1/3 + 1/2) = 0.1^2 5/6, so t = 0.2 /
   * 0.0912871 = 2.19089; with 2 degrees of freedom P = 1 - t / sqrt(2 + t^2) = 1 - 0.840168, and
   * the quantile 0.975 is 4.302653.
   */
  @Test
  void of_splitsOfOneDataSet_hasTheVarianceOfNadeauAndBengio() {
    double[] a = {0.5, 0.6, 0.7};
    double[] b = {0.4, 0.4, 0.4};
    PairedComparison comparison = PairedComparison.of(a, b, 0.5, 0.95);
    assertThat(comparison.difference().mean()).isCloseTo(0.2, within(1e-12));
    assertThat(comparison.difference().high()).isCloseTo(0.2 + 0.3927766, within(1e-6));
    assertThat(comparison.difference().low()).isCloseTo(0.2 - 0.3927766, within(1e-6));
    assertThat(comparison.p()).isCloseTo(0.159832, within(1e-6));
    assertThat(PairedComparison.of(a, b, 0, 0.95)).isEqualTo(PairedComparison.of(a, b, 0.95));
  }

  @Test
  void of_oneSplit_hasNoInterval() {
    assertThat(Interval.ofSplits(new double[] {0.5}, 0.4, 0.95))
        .isEqualTo(new Interval(0.5, null, null));
  }

  @Test
  void of_swapped_hasTheSameP() {
    double[] a = {0.2, 0.5, 0.4};
    double[] b = {0.3, 0.45, 0.6};
    PairedComparison comparison = PairedComparison.of(a, b, 0.9);
    PairedComparison swapped = PairedComparison.of(b, a, 0.9);
    assertThat(swapped.p()).isEqualTo(comparison.p());
    assertThat(swapped.difference().mean()).isEqualTo(-comparison.difference().mean());
  }

  @Test
  void of_differencesThatCancel_hasPOne() {
    var comparison = PairedComparison.of(new double[] {1, 2}, new double[] {2, 1}, 0.95);
    assertThat(comparison.p()).isCloseTo(1, within(1e-12));
  }

  @Test
  void of_constantDifference_hasNoPAndNoWidth() {
    var comparison = PairedComparison.of(new double[] {5, 3, 9}, new double[] {4, 2, 8}, 0.9);
    assertThat(comparison).isEqualTo(new PairedComparison(new Interval(1, 1.0, 1.0), null));
  }

  @Test
  void of_constantUpToRounding_hasNoP() {
    var comparison =
        PairedComparison.of(new double[] {0.7, 0.8, 0.3}, new double[] {0.6, 0.7, 0.2}, 0.95);
    assertThat(comparison.p()).isNull();
  }

  @Test
  void of_oneSeed_hasOnlyADifference() {
    var comparison = PairedComparison.of(new double[] {0.5}, new double[] {0.25}, 0.95);
    assertThat(comparison).isEqualTo(new PairedComparison(new Interval(0.25, null, null), null));
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedComparison.of(new double[] {1}, new double[] {1, 2}, 0.95))
        .withMessage("expected 1 values to pair, found 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedComparison.of(new double[0], new double[0], 0.95))
        .withMessageContaining("none");
    for (double overlap : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Interval.ofSplits(new double[] {1, 2}, overlap, 0.95))
          .withMessage("overlap: expected 0 or more, found " + overlap);
    }
  }
}
