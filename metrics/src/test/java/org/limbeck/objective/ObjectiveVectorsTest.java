package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.testing.Vectors;

/** Priors, risks, objectives and multipliers against reference values. */
class ObjectiveVectorsTest {
  private static final double FLOAT = 1e-5;
  private static final double DOUBLE = 1e-9;

  static Stream<JsonNode> objectives() {
    return Vectors.cases("objectives");
  }

  static Stream<JsonNode> multipliers() {
    return Vectors.cases("multipliers");
  }

  @ParameterizedTest
  @MethodSource
  void objectives(JsonNode expected) {
    int m = expected.get("prior").size();
    var weights = LabelWeights.of(m, Vectors.floats(expected.get("labelWeights")));
    var prior = ClassPrior.of(weights, names(m));
    assertThat(prior.toArray())
        .containsExactly(Vectors.doubles(expected.get("prior")), within(FLOAT));
    float[] logs = logSoftmax(Vectors.rows(expected.get("logits")), m);
    double[] risk = ClassRisk.crossEntropy(logs, weights);
    assertThat(risk).containsExactly(Vectors.doubles(expected.get("classRisk")), within(FLOAT));
    assertValue(new Standard(), prior, risk, expected.get("standard"));
    assertValue(new Balanced(), prior, risk, expected.get("balanced"));
    assertValue(new Robust(1), prior, risk, expected.get("robust"));
    expected
        .get("tradeOff")
        .properties()
        .forEach(
            entry ->
                assertValue(
                    new Robust(Double.parseDouble(entry.getKey())), prior, risk, entry.getValue()));
  }

  private static void assertValue(
      Objective objective, ClassPrior prior, double[] risk, JsonNode expected) {
    assertThat(objective.value(prior, risk))
        .as(objective.label())
        .isCloseTo(expected.doubleValue(), within(FLOAT));
  }

  @ParameterizedTest
  @MethodSource
  void multipliers(JsonNode expected) {
    var prior = ClassPrior.of(Vectors.doubles(expected.get("prior")));
    var objective = new Robust(expected.get("alpha").doubleValue());
    var multipliers = Multipliers.uniform(prior.classes());
    for (int update = 0; update < expected.get("risks").size(); update++) {
      multipliers =
          multipliers.updated(
              Vectors.doubles(expected.get("risks").get(update)),
              expected.get("stepSize").doubleValue(),
              MultiplierOptions.Memory.ACCUMULATE);
      assertThat(multipliers.values(0))
          .containsExactly(
              Vectors.doubles(expected.get("multipliers").get(update)), within(DOUBLE));
      assertThat(objective.costs(prior, multipliers.values(0)))
          .usingComparatorWithPrecision(1e-6)
          .containsExactly(Vectors.doubles(expected.get("costs").get(update)));
    }
  }

  static Stream<JsonNode> shrunkRisks() {
    return Vectors.cases("shrunk-risk");
  }

  @ParameterizedTest
  @MethodSource
  void shrunkRisks(JsonNode expected) {
    double[] examples = Vectors.doubles(expected.get("examples"));
    double[] errors = Vectors.doubles(expected.get("wrong"));
    for (int y = 0; y < errors.length; y++) {
      errors[y] /= examples[y];
    }
    ShrunkRisk shrunk = ShrunkRisk.of(errors, examples);
    assertThat(shrunk.centre()).isCloseTo(expected.get("centre").doubleValue(), within(DOUBLE));
    assertThat(shrunk.betweenVariance())
        .isCloseTo(expected.get("betweenVariance").doubleValue(), within(DOUBLE));
    assertThat(shrunk.values())
        .containsExactly(Vectors.doubles(expected.get("shrunk")), within(DOUBLE));
  }

  static Stream<JsonNode> cappedMultipliers() {
    return Vectors.cases("capped-multipliers");
  }

  @ParameterizedTest
  @MethodSource
  void cappedMultipliers(JsonNode expected) {
    double[] logs = Vectors.doubles(expected.get("multipliers"));
    for (int y = 0; y < logs.length; y++) {
      logs[y] = Math.log(logs[y]);
    }
    assertThat(Multipliers.ofLog(logs).capped(expected.get("k").intValue()).values(0))
        .containsExactly(Vectors.doubles(expected.get("capped")), within(DOUBLE));
  }

  private static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  private static float[] logSoftmax(double[] logits, int classes) {
    var logs = new float[logits.length];
    for (int start = 0; start < logits.length; start += classes) {
      double sum = 0;
      for (int y = 0; y < classes; y++) {
        sum += Math.exp(logits[start + y]);
      }
      for (int y = 0; y < classes; y++) {
        logs[start + y] = (float) (logits[start + y] - Math.log(sum));
      }
    }
    return logs;
  }
}
