package org.limbeck.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.testing.Vectors;

/** Verdicts against reference values computed elsewhere, with one pair (h = 1). */
class GateVectorsTest {
  private static final double PRECISION = 1e-6;

  static Stream<JsonNode> classThresholds() {
    return Vectors.cases("class-threshold");
  }

  @ParameterizedTest
  @MethodSource
  void classThresholds(JsonNode expected) {
    Requirement required = Requirement.ofClass("cat", number(expected, "threshold"));
    GateCounts counts = counts(expected, expected.get("correct").intValue());
    requireEqual(judged(required, expected, counts), expected);
  }

  static Stream<JsonNode> nonInferiority() {
    return Vectors.cases("non-inferiority");
  }

  @ParameterizedTest
  @MethodSource
  void nonInferiority(JsonNode expected) {
    Requirement required = Requirement.maxDrop(number(expected, "margin"));
    int b = expected.get("baselineOnly").intValue();
    int c = expected.get("candidateOnly").intValue();
    GateCounts counts = counts(expected, c).withDrops(DropCounts.of(new int[] {b}, new int[] {c}));
    requireEqual(judged(required, expected, counts), expected);
  }

  private static GateCounts counts(JsonNode expected, int correct) {
    return GateCounts.of(
        PartCounts.of(
            List.of("cat"), new int[] {expected.get("examples").intValue()}, new int[] {correct}));
  }

  private static Map<String, @Nullable Object> judged(
      Requirement required, JsonNode expected, GateCounts counts) {
    Gate gate = Gate.of(required).confidence(number(expected, "confidence"));
    GateResult result = gate.judge(counts);
    assertThat(gate.verdict(counts)).isEqualTo(result.verdict());
    assertThat(result.rules()).hasSize(1);
    return result.rules().get(0).values();
  }

  private static double number(JsonNode expected, String key) {
    return expected.get(key).doubleValue();
  }

  private static void requireEqual(Map<String, @Nullable Object> values, JsonNode expected) {
    for (var field : expected.properties()) {
      Object value = values.get(field.getKey());
      if (field.getKey().equals("confidence")) {
        continue;
      }
      if (field.getValue().isNumber()) {
        assertThat(value).as(field.getKey()).isInstanceOf(Number.class);
        assertThat(((Number) Objects.requireNonNull(value)).doubleValue())
            .as(field.getKey())
            .isCloseTo(field.getValue().doubleValue(), within(PRECISION));
      } else {
        assertThat(value)
            .as(field.getKey())
            .isEqualTo(field.getValue().isNull() ? null : field.getValue().textValue());
      }
    }
  }
}
