package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.Strata;

/** Class risks that validation measures. */
class ValidationRiskTest {
  private static final LabelWeights WEIGHTS =
      LabelWeights.of(2, new float[] {1, 0, 0.25f, 0.75f, 0, 1, 0, 1, 0.5f, 0.5f});

  @Test
  void risk_smoothedSample_countsTheMassOfTheSample() {
    // Examples 1, 2 and 4 have the masses 0.75 and 2.25. Of class 0 the 0.5 of example 4 are right.
    var outcome = new Validation(new int[] {1, 2, 4}, new float[6], new int[] {1, 1, 0});
    double[] risk =
        outcome.risk(
            Strata.classes(List.of("a", "b")),
            MultiplierOptions.Measure.ZERO_ONE,
            WEIGHTS,
            new int[0],
            new Smoothing.PseudoExamples(3));
    double first = 0.25 / 0.75;
    double second = 0.5 / 2.25;
    double mean = (first + second) / 2;
    assertThat(risk)
        .containsExactly(
            new double[] {(0.25 + 3 * mean) / 3.75, (0.5 + 3 * mean) / 5.25}, within(1e-7));
  }

  @Test
  void risk_smoothedByGroup_countsTheMassOfGroups() {
    var strata = new Strata(Strata.By.GROUP, List.of("a", "b"), List.of("x", "y"));
    var outcome = new Validation(new int[] {0, 2, 3}, new float[6], new int[] {0, 0, 1});
    double[] risk =
        outcome.risk(
            strata,
            MultiplierOptions.Measure.ZERO_ONE,
            WEIGHTS,
            new int[] {0, 1, 0, 1, 1},
            new Smoothing.PseudoExamples(1));
    // Group x has examples 0, right, and 2, wrong; group y has example 3, right.
    assertThat(risk).containsExactly(new double[] {(1 + 0.25) / 3, 0.25 / 2}, within(1e-7));
  }
}
