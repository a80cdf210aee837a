package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Normalisation;

class ResNetTest {
  private static final Normalisation PLAIN = new Normalisation(new float[3], new float[] {1, 1, 1});

  private static NetworkDescription describe(String network, int size, int classes) {
    return NetworkDescription.of(
        NetworkSpec.parse(network), new int[] {3, size, size}, classes, PLAIN);
  }

  /** Weights of 3 x 3 convolutions and norms stage by stage, and the linear layer. */
  private static long expected(int depth) {
    int blocks = (depth - 2) / 6;
    long sum = 27 * 16 + 2 * 16;
    int in = 16;
    for (int out = 16; out <= 64; out *= 2) {
      sum += 9L * in * out + (2L * blocks - 1) * 9 * out * out + 2L * blocks * 2 * out;
      in = out;
    }
    return sum + 64 * 10 + 10;
  }

  @ParameterizedTest
  @CsvSource({"8, 0.08", "14, 0.175", "20, 0.27", "32, 0.46", "44, 0.66", "56, 0.85", "110, 1.73"})
  void parameters_ofCifarResNets_areThoseOfHe(int depth, double millions) {
    long parameters = describe("resnet" + depth, 32, 10).parameters();
    assertThat(parameters).isEqualTo(expected(depth));
    assertThat(parameters / 1e6).isCloseTo(millions, within(0.006));
  }

  @ParameterizedTest
  @CsvSource({"18, 11689512", "34, 21797672", "50, 25557032"})
  void parameters_ofImageResNets_areThoseOfTorchvision(int depth, long parameters) {
    assertThat(describe("resnet" + depth, 224, 1000).parameters()).isEqualTo(parameters);
  }

  @Test
  void parameters_ofResNet18WithSmallStem_areThoseKnownForCifar() {
    assertThat(describe("resnet18 small-stem", 32, 10).parameters()).isEqualTo(11_173_962);
  }

  @ParameterizedTest
  @CsvSource({
    "resnet8 x0.25, 1, 8, 8",
    "resnet20 x0.25, 3, 9, 13",
    "resnet18 x0.05, 3, 32, 40",
    "resnet18 x0.05 small-stem, 1, 8, 9",
    "resnet50 x0.05, 3, 33, 32",
    "mlp 5, 3, 8, 8"
  })
  void forward_anyImages_givesAScoreForEachClassInFloat32(
      String network, int channels, int height, int width) {
    Natives.useThreads(1);
    var plain = new Normalisation(new float[channels], new float[] {1, 1, 1});
    NetworkDescription description =
        NetworkDescription.of(
            NetworkSpec.parse(network), new int[] {channels, height, width}, 7, plain);
    for (Precision precision : List.of(Precision.FP32, Precision.BF16)) {
      try (var scope = new PointerScope();
          var noGrad = new NoGradGuard();
          var made =
              LayerNetwork.initialised(description, precision, new NamedRandom(1, "weights"))) {
        float[] values = new NamedRandom(4, "input").gaussians(2 * channels * height * width);
        Tensor input = Tensors.channelsLast(Tensors.of(values, 2, channels, height, width));
        for (boolean training : new boolean[] {true, false}) {
          Tensor scores = made.forward(input, training);
          assertThat(scores.sizes().vec().get()).containsExactly(2, 7);
          assertThat(scores.scalar_type().intern()).isEqualTo(ScalarType.Float);
          // The input is the caller's: layers that overwrite must not begin with it.
          assertThat(Tensors.toFloats(input.contiguous())).containsExactly(values);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet8",
        "resnet20 x0.5",
        "resnet110 x2",
        "resnet18",
        "resnet50 x0.25 small-stem"
      })
  void parse_text_roundTrips(String text) {
    assertThat(NetworkSpec.parse(text).text()).isEqualTo(text);
    assertThat(NetworkSpec.parse(text).forImages()).isTrue();
  }

  @Test
  void parse_width_scalesEveryLayer() {
    assertThat(describe("resnet20 x0.5", 32, 10).entries())
        .extracting(StateEntry::toString)
        .contains(
            "stem.conv.weight [8, 3, 3, 3]",
            "stage3.block2.conv2.weight [32, 32, 3, 3]",
            "output.weight [10, 32]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resnet21 | no network 'resnet21'; did you mean",
        "resnet20 half | found 'half'",
        "resnet20 x0 | width: expected (0, 64]",
        "resnet20 x0.5 small-stem | found 'small-stem'",
        "resnet20 xx | expected a width like x0.5",
        "resnet18 x1 tiny | found 'tiny'"
      })
  void parse_nonsense_isRefusedWithHelp(String text, String message) {
    assertThatThrownBy(() -> NetworkSpec.parse(text.strip()))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void layers_tableOrTinyImages_areRefused() {
    assertThatThrownBy(() -> NetworkSpec.parse("resnet8").layers(new int[] {20}, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("network 'resnet8' needs images of 8 x 8 or more");
    assertThatThrownBy(() -> NetworkSpec.parse("resnet18").layers(new int[] {3, 8, 8}, 3))
        .hasMessageContaining("32 x 32");
  }

  private static StateDict settled(NetworkDescription description) {
    StateDict initial = StateDict.initial(description.entries(), new NamedRandom(2, "weights"));
    var random = new NamedRandom(3, "statistics");
    Map<String, float[]> state = new LinkedHashMap<>();
    for (StateEntry entry : description.entries()) {
      float[] values = initial.get(entry.name()).clone();
      for (int i = 0; i < values.length && !entry.convolution(); i++) {
        boolean variance = entry.name().endsWith(".variance");
        values[i] =
            (float) (variance ? 0.5 + random.nextDouble() : values[i] + random.nextDouble() - 0.4);
      }
      state.put(entry.name(), values);
    }
    return new StateDict(state);
  }

  private static float[] scores(
      NetworkDescription description, StateDict state, Precision precision) {
    Natives.useThreads(1);
    int[] shape = description.shape();
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard();
        var network = new LayerNetwork(description, precision)) {
      network.load(state);
      state
          .values()
          .forEach((name, values) -> assertThat(network.state().get(name)).containsExactly(values));
      float[] values = new NamedRandom(4, "input").gaussians(4 * shape[0] * shape[1] * shape[2]);
      Tensor input = Tensors.channelsLast(Tensors.of(values, 4, shape[0], shape[1], shape[2]));
      return Tensors.toFloats(network.forward(input, false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "resnet8",
    "resnet14 x0.5",
    "resnet18 x0.1 small-stem",
    "resnet18 x0.1",
    "resnet50 x0.1 small-stem",
    "convnet 4-8"
  })
  void foldedNorms_ofARandomState_computeTheSameScores(String network) {
    NetworkDescription description = describe(network, 32, 5);
    StateDict state = settled(description);
    var folded = FoldedNorms.of(description, state);
    assertThat(folded.description().layers().stream().flatMap(Layer::all))
        .noneMatch(Layer.BatchNorm.class::isInstance);
    float[] exact = scores(description, state, Precision.FP32);
    float[] found = scores(folded.description(), folded.state(), Precision.FP32);
    double scale = 0;
    for (float value : exact) {
      scale = Math.max(scale, Math.abs(value));
    }
    assertThat(scale).isGreaterThan(0.1);
    for (int i = 0; i < exact.length; i++) {
      assertThat((double) found[i]).isCloseTo(exact[i], within(1e-4 * Math.max(1, scale)));
    }
    float[] rough = scores(folded.description(), folded.state(), Precision.BF16);
    for (int i = 0; i < exact.length; i++) {
      // 8 bits of mantissa, some twenty roundings.
      assertThat((double) rough[i]).isCloseTo(exact[i], within(0.05 * scale));
    }
  }
}
