package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.onnx.OnnxExport;

class OnnxParityTest {

  @ParameterizedTest
  @ValueSource(strings = {"mlp 64-32", "convnet 16-32"})
  void check_sameWeights_differOnlyByRounding(String spec) {
    NetworkDescription network = Students.network(spec);
    StateDict state = Students.randomState(network, 3);
    byte[] model = OnnxExport.toBytes(network, state, Map.of());
    Parity parity = OnnxParity.check(model, network, state, Students.DATA);
    assertThat(parity.examples()).isEqualTo(1797);
    assertThat(parity.runtime()).isEqualTo("1.28.0");
    assertThat(parity.logits()).isBetween(0.0, 5e-5);
    assertThat(parity.probabilities()).isBetween(0.0, 2e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden0.weight", "hidden1.bias", "output.weight"})
  void check_oneWeightOfAPerceptronOffByAThousandth_measuresIt(String entry) {
    NetworkDescription network = Students.network("mlp 64-32");
    StateDict state = Students.randomState(network, 3);
    byte[] model = OnnxExport.toBytes(network, broken(state, entry, 1e-3f), Map.of());
    assertThatThrownBy(() -> OnnxParity.check(model, network, state, Students.DATA))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv0.weight", "norm0.mean", "norm1.variance", "output.bias"})
  void check_oneBrokenWeight_throwsWithFigures(String entry) {
    NetworkDescription network = Students.network("convnet 8-8");
    StateDict state = Students.randomState(network, 3);
    byte[] model = OnnxExport.toBytes(network, broken(state, entry, 1), Map.of());
    assertThatThrownBy(() -> OnnxParity.check(model, network, state, Students.DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1797 test examples")
        .hasMessageContaining("tolerance 1.0E-4");
  }

  @Test
  void check_notANumberOnBothSides_throws() {
    NetworkDescription network = Students.network("mlp 8");
    StateDict state = broken(Students.randomState(network, 3), "output.bias", Float.NaN);
    byte[] model = OnnxExport.toBytes(network, state, Map.of());
    assertThatThrownBy(() -> OnnxParity.check(model, network, state, Students.DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void check_notAModel_throws() {
    NetworkDescription network = Students.network("mlp 8");
    StateDict state = Students.randomState(network, 3);
    assertThatThrownBy(() -> OnnxParity.check(new byte[] {1}, network, state, Students.DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("ONNX Runtime refuses");
  }

  private static StateDict broken(StateDict state, String entry, float added) {
    Map<String, float[]> values = new LinkedHashMap<>(state.values());
    float[] changed = state.get(entry).clone();
    changed[0] += added;
    values.put(entry, changed);
    return new StateDict(values);
  }
}
