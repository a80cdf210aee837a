package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.testing.Vectors;

/** Validation label weights of a teacher, against reference values in float64. */
class CarriedWeightsTest {
  private static final double EXACT = 1e-6;
  private static final double FLOAT = 1e-4;

  static Stream<JsonNode> cases() {
    return Vectors.cases("validation-weights");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carried_referenceCases_agree(JsonNode expected) {
    float[] logits = Vectors.floats(expected.get("logits"));
    double[] costs = Vectors.doubles(expected.get("trainingCosts"));
    var transform = ScoreTransform.tempered(costs, expected.get("temperature").doubleValue());
    ClassPrior train = ClassPrior.of(Vectors.doubles(expected.get("trainingPrior")));
    ClassPrior split = ClassPrior.of(Vectors.doubles(expected.get("validationPrior")));
    assertThat(transform.probabilities(logits, train, split))
        .containsExactly(Vectors.rows(expected.get("labelWeights")), within(EXACT));
    LabelWeights weights = transform.labelWeights(logits, train, split);
    assertThat(ClassRisk.zeroOne(Vectors.ints(expected.get("predictions")), weights))
        .containsExactly(Vectors.doubles(expected.get("zeroOneRisk")), within(FLOAT));
  }

  @Test
  void withoutCosts_rawScores_undoesThem() {
    double[] costs = {1, 4};
    assertThat(ScoreTransform.raw(2).withoutCosts(costs)).isEqualTo(ScoreTransform.uncosted(costs));
    var tempered = ScoreTransform.tempered(costs, 2);
    assertThat(tempered.withoutCosts(costs)).isSameAs(tempered);
  }

  @Test
  void carried_samePrior_isUnchanged() {
    float[] logits = {1, 2, 3, -1};
    var prior = ClassPrior.of(new double[] {0.3, 0.7});
    var transform = ScoreTransform.uncosted(new double[] {1, 2});
    assertThat(transform.probabilities(logits, prior, prior))
        .containsExactly(transform.probabilities(logits), within(1e-15));
  }
}
