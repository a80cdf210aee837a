package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;

class StrataTest {
  private static final List<String> CLASSES = List.of("cat", "dog");
  private static final List<String> GROUPS = List.of("day", "night", "fog");
  private static final int[] OF_EXAMPLES = {0, 0, 1, 2, 2};
  private static final LabelWeights SOFT =
      LabelWeights.of(2, new float[] {1, 0, 0.5f, 0.5f, 0, 1, 0.25f, 0.75f, 1, 0});
  private static final int[] PREDICTED = {0, 1, 0, 1, 0};

  private static Strata strata(Strata.By by) {
    return new Strata(by, CLASSES, GROUPS);
  }

  @Test
  void zeroOne_groups_areTheErrorsOfEachGroupByHand() {
    assertThat(strata(Strata.By.GROUP).zeroOne(PREDICTED, SOFT, OF_EXAMPLES))
        .containsExactly(new double[] {0.5 / 2, 1, 0.25 / 2}, within(1e-12));
  }

  @Test
  void zeroOne_classesInGroups_areTheirErrorsByHand() {
    double[] risk = strata(Strata.By.CLASS_AND_GROUP).zeroOne(PREDICTED, SOFT, OF_EXAMPLES);
    assertThat(risk[0]).isCloseTo(0.5 / 1.5, within(1e-12)); // cat in day
    assertThat(risk[1]).isCloseTo(0, within(1e-12)); // dog in day
    assertThat(risk[2]).isNaN(); // no cat in night
    assertThat(risk[3]).isCloseTo(1, within(1e-12));
    assertThat(risk[4]).isCloseTo(0.25 / 1.25, within(1e-12)); // cat in fog
    assertThat(risk[5]).isCloseTo(0, within(1e-12));
  }

  @Test
  void crossEntropy_groups_areMeansOverTheirExamples() {
    float half = (float) Math.log(0.5);
    float[] even = {half, half, half, half, half, half, half, half, half, half};
    assertThat(strata(Strata.By.GROUP).crossEntropy(even, SOFT, OF_EXAMPLES))
        .containsExactly(new double[] {Math.log(2), Math.log(2), Math.log(2)}, within(1e-6));
  }

  @Test
  void zeroOne_classes_isTheClassRisk() {
    assertThat(Strata.classes(CLASSES).zeroOne(PREDICTED, SOFT, new int[0]))
        .containsExactly(ClassRisk.zeroOne(PREDICTED, SOFT));
  }

  @Test
  void prior_partWithoutMass_isNamed() {
    assertThatThrownBy(() -> strata(Strata.By.CLASS_AND_GROUP).prior(SOFT, OF_EXAMPLES))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("'cat in night'");
  }

  @Test
  void ofClasses_groupCosts_areTheirMeanOverEachClass() {
    double[] mass = {3, 1, 1, 1, 0, 2};
    assertThat(strata(Strata.By.GROUP).ofClasses(new double[] {1, 5, 2}, mass))
        .containsExactly(new double[] {(3 + 5) / 4.0, (1 + 5 + 4) / 4.0}, within(1e-12));
  }
}
