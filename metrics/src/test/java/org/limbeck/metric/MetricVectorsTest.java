package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.testing.Vectors;

/** The metrics against reference values, key by key: the records serialise to the same keys. */
class MetricVectorsTest {
  private static final double TOLERANCE = 1e-6;

  static Stream<JsonNode> classMetrics() {
    return Vectors.cases("class-metrics");
  }

  static Stream<JsonNode> calibration() {
    return Vectors.cases("calibration");
  }

  static Stream<JsonNode> deltaWorst() {
    return Vectors.cases("delta-worst");
  }

  static Stream<JsonNode> pareto() {
    return Vectors.cases("pareto");
  }

  @ParameterizedTest
  @MethodSource
  void classMetrics(JsonNode expected) {
    var tally =
        ClassTally.of(
            expected.get("classes").intValue(),
            Vectors.ints(expected.get("labels")),
            Vectors.ints(expected.get("predictions")));
    var metrics =
        ClassMetrics.of(tally, expected.get("confidence").doubleValue(), OptionalInt.empty());
    assertSame(expected, metrics, Set.of("labels", "predictions"));
  }

  @ParameterizedTest
  @MethodSource
  void calibration(JsonNode expected) {
    var calibration =
        Calibration.of(
            Vectors.rows(expected.get("probabilities")),
            expected.get("probabilities").get(0).size(),
            Vectors.ints(expected.get("labels")),
            expected.get("bins").intValue());
    assertSame(expected, calibration, Set.of("labels", "probabilities"));
  }

  @ParameterizedTest
  @MethodSource
  void deltaWorst(JsonNode expected) {
    double[] accuracy = Vectors.doubles(expected.get("classAccuracy"));
    expected
        .get("deltaWorst")
        .properties()
        .forEach(
            entry ->
                assertThat(DeltaWorst.of(accuracy, Double.parseDouble(entry.getKey())))
                    .as(entry.getKey())
                    .isCloseTo(entry.getValue().doubleValue(), within(TOLERANCE)));
  }

  @ParameterizedTest
  @MethodSource
  void pareto(JsonNode expected) {
    JsonNode points = expected.get("points");
    var first = new double[points.size()];
    var second = new double[points.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = points.get(i).get("averageAccuracy").doubleValue();
      second[i] = points.get(i).get("worstClassAccuracy").doubleValue();
    }
    assertThat(ParetoFront.of(first, second)).isEqualTo(Vectors.ints(expected.get("front")));
  }

  private static void assertSame(JsonNode expected, Object found, Set<String> inputs) {
    JsonNode tree = new ObjectMapper().valueToTree(found);
    var names = expected.propertyStream().map(e -> e.getKey()).filter(k -> !inputs.contains(k));
    assertThat(tree.propertyStream().map(e -> e.getKey()))
        .containsExactlyElementsOf(names.toList());
    tree.properties().forEach(e -> assertClose(e.getKey(), expected.get(e.getKey()), e.getValue()));
  }

  private static void assertClose(String path, JsonNode expected, JsonNode found) {
    assertThat(found.size()).as(path).isEqualTo(expected.size());
    if (expected.isNumber()) {
      assertThat(found.doubleValue()).as(path).isCloseTo(expected.doubleValue(), within(TOLERANCE));
    } else if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        assertClose(path + "[" + i + "]", expected.get(i), found.get(i));
      }
    } else {
      expected
          .properties()
          .forEach(e -> assertClose(path + "." + e.getKey(), e.getValue(), found.get(e.getKey())));
    }
  }
}
