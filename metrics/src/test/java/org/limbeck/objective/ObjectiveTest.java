package org.limbeck.objective;

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
import org.limbeck.LimbeckException;

class ObjectiveTest {
  private static final ClassPrior PRIOR = ClassPrior.of(0.5, 0.3, 0.15, 0.05);

  @Test
  void costs_uniformMultipliers_equalBalancedWhateverAlpha() {
    double[] uniform = Multipliers.uniform(4).values(0);
    double[] balanced = new Balanced().costs(PRIOR, uniform);
    for (double alpha : new double[] {0, 0.25, 0.5, 1}) {
      assertThat(new Robust(alpha).costs(PRIOR, uniform)).containsExactly(balanced, within(1e-12));
    }
  }

  @Test
  void costs_alphaZero_equalBalancedBitForBit() {
    double[] lambda = {0.7, 0.1, 0.1, 0.1};
    assertThat(new Robust(0).costs(PRIOR, lambda))
        .containsExactly(new Balanced().costs(PRIOR, lambda));
  }

  @Test
  void costs_anchorStandardAlphaZero_equalStandard() {
    var robust = new Robust(0, Robust.Anchor.STANDARD, MultiplierOptions.DEFAULT);
    assertThat(robust.costs(PRIOR, new double[] {0.7, 0.1, 0.1, 0.1})).containsOnly(1.0);
    assertThat(robust.value(PRIOR, new double[] {1, 2, 3, 4}))
        .isEqualTo(new Standard().value(PRIOR, new double[] {1, 2, 3, 4}));
  }

  @Property
  void value_permutedClasses_isTheSame(
      @ForAll @Size(4) List<@DoubleRange(max = 5) Double> risks,
      @ForAll @DoubleRange(max = 1) double alpha) {
    double[] risk = risks.stream().mapToDouble(r -> r).toArray();
    double[] turned = {risk[3], risk[2], risk[1], risk[0]};
    var turnedPrior = ClassPrior.of(0.05, 0.15, 0.3, 0.5);
    for (Objective objective : List.of(new Standard(), new Balanced(), new Robust(alpha))) {
      assertThat(objective.value(turnedPrior, turned))
          .isCloseTo(objective.value(PRIOR, risk), within(1e-9));
    }
  }

  @Property
  void updated_higherRisk_neverLosesAgainstLowerRisk(
      @ForAll @Size(5) List<@DoubleRange(max = 400) Double> risks,
      @ForAll @DoubleRange(min = 0.01, max = 50) double gamma) {
    double[] risk = risks.stream().mapToDouble(r -> r).toArray();
    double[] lambda =
        Multipliers.uniform(5).updated(risk, gamma, MultiplierOptions.Memory.ACCUMULATE).values(0);
    assertThat(Arrays.stream(lambda).sum()).isCloseTo(1, within(1e-9));
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        assertThat(risk[a] > risk[b] && lambda[a] < lambda[b]).isFalse();
      }
    }
  }

  @Test
  void updated_memoryless_forgetsTheRisksBefore() {
    double[] first = {0.9, 0.1};
    double[] second = {0.2, 0.4};
    Multipliers once =
        Multipliers.uniform(2).updated(second, 2, MultiplierOptions.Memory.MEMORYLESS);
    Multipliers after =
        Multipliers.uniform(2)
            .updated(first, 2, MultiplierOptions.Memory.MEMORYLESS)
            .updated(second, 2, MultiplierOptions.Memory.MEMORYLESS);
    assertThat(after.values(0)).containsExactly(once.values(0));
  }

  @Test
  void values_floor_keepsEveryClassAboveItsShare() {
    Multipliers extreme =
        Multipliers.uniform(4)
            .updated(new double[] {400, 0, 0, 0}, 50, MultiplierOptions.Memory.ACCUMULATE);
    assertThat(extreme.values(0.2))
        .containsExactly(new double[] {0.85, 0.05, 0.05, 0.05}, within(1e-9));
  }

  @Test
  void updated_riskNotFinite_isRefused() {
    assertThatThrownBy(
            () ->
                Multipliers.uniform(2)
                    .updated(new double[] {Double.NaN, 0}, 1, MultiplierOptions.Memory.ACCUMULATE))
        .hasMessage("class 0: risk is NaN");
  }

  @Test
  void classPrior_classWithoutMass_isRefusedByName() {
    var weights = LabelWeights.oneHot(new int[] {0, 0, 2}, 3);
    assertThatThrownBy(() -> ClassPrior.of(weights, List.of("cat", "dog", "bird")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("class 'dog' has no weight in any of the 3 examples");
  }

  @Test
  void zeroOne_softWeights_isTheShareOfMassPredictedOtherwise() {
    var weights = LabelWeights.of(2, new float[] {0.75f, 0.25f, 0.5f, 0.5f});
    assertThat(ClassRisk.zeroOne(new int[] {0, 1}, weights))
        .containsExactly(new double[] {0.5 / 1.25, 0.25 / 0.75}, within(1e-7));
  }

  @Test
  void labelWeights_rowsThatAreNoDistribution_areRefused() {
    assertThatThrownBy(() -> LabelWeights.of(2, new float[] {0.5f, 0.4f}))
        .hasMessageContaining("row 0: expected a sum of 1");
    assertThatThrownBy(() -> LabelWeights.of(2, new float[] {1.5f, -0.5f}))
        .hasMessageContaining("row 0, class 1");
    assertThatThrownBy(() -> LabelWeights.oneHot(new int[] {1, 2}, 2))
        .hasMessage("label of example 1: expected [0, 2), found 2");
    assertThatThrownBy(() -> LabelWeights.oneHot(new int[] {0, -1}, 2))
        .hasMessage("label of example 1: expected [0, 2), found -1");
    assertThatThrownBy(() -> LabelWeights.of(2, new float[3]))
        .hasMessageContaining("3 values are not rows of 2 classes");
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Robust(1.5)).hasMessage("alpha: expected [0, 1], found 1.5");
    assertThatThrownBy(() -> new Robust(Double.NaN)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> options(0, 0)).hasMessageContaining("gamma");
    assertThatThrownBy(() -> options(1, 1)).hasMessageContaining("floor");
  }

  private static MultiplierOptions options(double gamma, double floor) {
    return MultiplierOptions.builder().gamma(gamma).updateEvery(1).floor(floor).build();
  }
}
