package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Normalisation;

class NetworkSpecTest {
  private static final int[] DIGITS = {1, 8, 8};
  private static final Normalisation NONE = new Normalisation(new float[] {0}, new float[] {1});

  @ParameterizedTest
  @CsvSource({
    "mlp 16, 1210", // 64*16+16 + 16*10+10
    "mlp 256-256, 85002",
    "convnet 8-16, 1442", // 72+16 + 1152+32 + 170
  })
  void parse_known_hasTheExpectedParameters(String text, long parameters) {
    NetworkSpec spec = NetworkSpec.parse(text);
    assertThat(spec.text()).isEqualTo(text);
    assertThat(NetworkDescription.of(spec, DIGITS, 10, NONE).parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "mlp 0", "mlp 16-", "mlp 16 16", "mlp -4", "mlp 999999", "mlp x"})
  void parse_badWidths_areRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> NetworkSpec.parse(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("network '" + text + "'");
  }

  @Test
  void parse_misspelt_suggestsTheNearest() {
    assertThatThrownBy(() -> NetworkSpec.parse("convet 8"))
        .hasMessageStartingWith("no network 'convet'; did you mean 'convnet'?");
  }

  @Test
  void layers_convnetOnATable_isRefused() {
    assertThatThrownBy(() -> NetworkSpec.parse("convnet 8").layers(new int[] {16}, 3))
        .hasMessageContaining("needs images of 8 x 8 or more")
        .hasMessageContaining("[16]");
  }

  @Test
  void initialised_weights_haveTheVarianceOfHe() {
    NetworkDescription description =
        NetworkDescription.of(NetworkSpec.parse("mlp 512"), DIGITS, 10, NONE);
    try (var network =
        LayerNetwork.initialised(description, Precision.FP32, new NamedRandom(1, "weights"))) {
      float[] weights = network.state().get("hidden0.weight");
      double squares = 0;
      for (float weight : weights) {
        squares += (double) weight * weight;
      }
      assertThat(squares / weights.length).isCloseTo(2.0 / 64, within(0.001));
      assertThat(network.state().get("hidden0.bias")).containsOnly(0f);
    }
  }

  @Test
  void load_otherNetworksState_isRefusedNamingEachDifference() {
    NetworkDescription small = NetworkDescription.of(NetworkSpec.parse("mlp 4"), DIGITS, 10, NONE);
    Map<String, float[]> state = new LinkedHashMap<>();
    state.put("hidden0.weight", new float[3]);
    state.put("hidden0.bias", new float[4]);
    state.put("output.weight", new float[40]);
    state.put("extra", new float[1]);
    try (var network = new LayerNetwork(small)) {
      assertThatThrownBy(() -> network.load(new StateDict(state)))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("hidden0.weight [4, 64]: expected 256 values, found 3")
          .hasMessageContaining("'output.bias' is missing")
          .hasMessageContaining("'extra' is unknown");
    }
  }

  @Test
  void schedule_warmupThenCosine_risesAndFallsToZero() {
    var cosine = new Schedule(Schedule.Kind.COSINE, 2, List.of(), 0.1);
    assertThat(cosine.at(0, 10, 10)).isCloseTo(1 / 21.0, within(1e-12));
    assertThat(cosine.at(20, 10, 10)).isEqualTo(1);
    assertThat(cosine.at(60, 10, 10)).isCloseTo(0.5, within(1e-12));
    assertThat(cosine.at(99, 10, 10)).isLessThan(0.001);
    var step = new Schedule(Schedule.Kind.STEP, 0, List.of(0.5, 0.75), 0.1);
    assertThat(step.at(49, 10, 10)).isEqualTo(1);
    assertThat(step.at(50, 10, 10)).isCloseTo(0.1, within(1e-12));
    assertThat(step.at(75, 10, 10)).isCloseTo(0.01, within(1e-12));
  }
}
