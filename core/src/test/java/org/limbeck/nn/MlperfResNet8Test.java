package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.base.Json;

/** Our layers compute what others' layers compute: weights that nobody here trained. */
class MlperfResNet8Test {
  private static final int IMAGES = 4;

  /** The images of mlperf_resnet8.py, channel by channel. */
  private static float[] images() {
    var values = new float[IMAGES * 3 * 32 * 32];
    for (int at = 0; at < values.length; at++) {
      int column = at % 32;
      int row = at / 32 % 32;
      int channel = at / 1024 % 3;
      int image = at / 3072;
      values[at] = (37 * image + 101 * channel + 13 * row * column + 7 * row + 3 * column) % 256;
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void forward_trainedElsewhere_givesTheirLogits(boolean folded) throws JsonProcessingException {
    String json = new String(MlperfResNet8.resource("logits.json"), StandardCharsets.UTF_8);
    JsonNode expected = Json.read(json, JsonNode.class).get("logits");
    NetworkDescription description = MlperfResNet8.description();
    StateDict state = MlperfResNet8.state();
    if (folded) {
      var norms = FoldedNorms.of(description, state);
      description = norms.description();
      state = norms.state();
    }
    Natives.useThreads(1);
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard();
        var network = new LayerNetwork(description)) {
      network.load(state);
      Tensor input = Tensors.channelsLast(Tensors.of(images(), IMAGES, 3, 32, 32));
      float[] logits = Tensors.toFloats(network.forward(input, false));
      assertThat(logits).hasSize(IMAGES * 10);
      for (int i = 0; i < logits.length; i++) {
        assertThat((double) logits[i])
            .isCloseTo(expected.get(i / 10).get(i % 10).asDouble(), within(1e-3));
      }
    }
  }
}
