package org.limbeck.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Tensors;
import org.limbeck.testing.Vectors;

/** The margin loss and its gradients, by autograd and in closed form, against reference values. */
class MarginLossTest {
  private static final float TOLERANCE = 1e-4f;

  static Stream<JsonNode> cases() {
    Natives.useThreads(1);
    return Vectors.cases("margin-loss");
  }

  private static Tensor matrix(JsonNode rows) {
    return Tensors.of(Vectors.floats(rows), rows.size(), rows.get(0).size());
  }

  private static Tensor logs(JsonNode costs) {
    double[] values = Vectors.doubles(costs);
    var logs = new float[values.length];
    for (int y = 0; y < logs.length; y++) {
      logs[y] = (float) Math.log(values[y]);
    }
    return Tensors.of(logs, logs.length);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void perExample_vectors_lossAndAutogradAgree(JsonNode expected) {
    try (var scope = new PointerScope()) {
      Tensor logits = matrix(expected.get("logits")).requires_grad_(true);
      Tensor loss =
          MarginLoss.perExample(
              logits, matrix(expected.get("labelWeights")), logs(expected.get("costs")));
      assertThat(Tensors.toFloats(loss.detach()))
          .containsExactly(floats(expected.get("lossPerExample")), within(TOLERANCE));
      loss.mean().backward();
      assertThat(Tensors.toFloats(logits.grad()))
          .containsExactly(Vectors.floats(expected.get("gradient")), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withGradient_vectors_closedFormAgrees(JsonNode expected) {
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      MarginLoss.Value value =
          MarginLoss.withGradient(
              matrix(expected.get("logits")),
              matrix(expected.get("labelWeights")),
              logs(expected.get("costs")));
      assertThat(Tensors.toFloats(value.mean())[0])
          .isCloseTo(expected.get("meanLoss").floatValue(), within(TOLERANCE));
      assertThat(Tensors.toFloats(value.gradient()))
          .containsExactly(Vectors.floats(expected.get("gradient")), within(TOLERANCE));
    }
  }

  @Test
  void perExample_costsScaled_lossIsTheSame() {
    JsonNode expected = cases().findFirst().orElseThrow();
    try (var scope = new PointerScope()) {
      Tensor logits = matrix(expected.get("logits"));
      Tensor weights = matrix(expected.get("labelWeights"));
      Tensor logCosts = logs(expected.get("costs"));
      float[] shifts = new float[(int) logCosts.numel()];
      java.util.Arrays.fill(shifts, 3.7f);
      Tensor scaled = logCosts.add(Tensors.of(shifts, shifts.length));
      assertThat(Tensors.toFloats(MarginLoss.perExample(logits, weights, scaled)))
          .containsExactly(
              Tensors.toFloats(MarginLoss.perExample(logits, weights, logCosts)), within(1e-5f));
    }
  }

  private static float[] floats(JsonNode array) {
    double[] values = Vectors.doubles(array);
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
