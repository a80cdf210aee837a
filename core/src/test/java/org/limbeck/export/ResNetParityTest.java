package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;
import org.limbeck.data.ValidationFrom;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.StateEntry;
import org.limbeck.onnx.OnnxExport;

/** Residual networks in ONNX Runtime and in LibTorch, on noise. */
class ResNetParityTest {
  @ParameterizedTest
  @CsvSource({
    "resnet8, 32",
    "resnet14 x0.5, 8",
    "resnet20 x1.3, 9",
    "resnet18 x0.1, 32",
    "resnet18 x0.1 small-stem, 16",
    "resnet50 x0.06, 37"
  })
  void check_randomState_givesTheSameScores(String spec, int size) {
    Dataset data = noise(size);
    NetworkDescription network =
        NetworkDescription.of(
            NetworkSpec.parse(spec), data.shape(), data.classes(), data.normalisation());
    StateDict state = withModerateScores(network, Students.randomState(network, 3));
    byte[] model = OnnxExport.toBytes(network, state, Map.of());
    Parity parity = OnnxParity.check(model, network, state, data);
    assertThat(parity.examples()).isEqualTo(8);
    assertThat(parity.logits()).isLessThan(1e-4);
    assertThat(parity.probabilities()).isLessThan(1e-4);
  }

  /** Random residual blocks add up; trained networks do not score in the hundreds. */
  private static StateDict withModerateScores(NetworkDescription network, StateDict state) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (StateEntry entry : network.entries()) {
      float[] scaled = state.get(entry.name()).clone();
      if (entry.name().endsWith(".weight")) {
        float factor = entry.shape().size() == 1 ? 0.5f : entry.shape().size() == 2 ? 0.1f : 1;
        for (int i = 0; i < scaled.length; i++) {
          scaled[i] *= factor;
        }
      }
      values.put(entry.name(), scaled);
    }
    return new StateDict(values);
  }

  private static Dataset noise(int size) {
    var bytes = new byte[24 * 3 * size * size];
    new SplittableRandom(size).nextBytes(bytes);
    var store = ByteStore.of(bytes, 3 * size * size);
    int[] rows = IntStream.range(0, 24).toArray();
    int[] labels = IntStream.range(0, 24).map(i -> i % 2).toArray();
    var examples = new Examples(new int[] {3, size, size}, new ByteValues(store, rows), labels);
    var source = new SourceData("noise", "", List.of("a", "b"), examples, Optional.empty());
    var plan = new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.33, null, 0L);
    return Datasets.build(source, plan, 0);
  }
}
