package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ImageAssembler;
import org.limbeck.train.Images;

class NetworkViewLogitsTest {
  private static final Examples IMAGES = Images.of(600, 1);
  private static final Views VIEWS = new Views(2, Views.Flip.RANDOM, 0);
  private static final NetworkDescription NETWORK = Images.network("resnet8", IMAGES);
  private static final StateDict STATE =
      StateDict.initial(NETWORK.entries(), new NamedRandom(5, "teacher"));

  @AfterEach
  void backToOneThread() {
    Natives.useThreads(1);
  }

  private static int[] views(int[] examples) {
    return Arrays.stream(examples).map(example -> example * 31 % VIEWS.count()).toArray();
  }

  private static float[] row(float[] logits, int at) {
    return Arrays.copyOfRange(logits, at * Images.CLASSES, (at + 1) * Images.CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"FP32, 1", "FP32, 2", "BF16, 1", "BF16, 2"})
  void logits_inAnyCompanyAndAtAnyPlace_areTheSameBits(Precision precision, int threads) {
    Natives.useThreads(threads);
    try (var scorer = new NetworkViewLogits(NETWORK, STATE, precision, IMAGES, VIEWS)) {
      int[] all = IntStream.range(0, IMAGES.size()).toArray();
      float[] together = scorer.logits(all, views(all));
      for (int size : new int[] {1, 13, 100, 256, 257, 400}) {
        // From another start, so at other places beside other images, and backwards.
        int[] some = IntStream.range(0, size).map(i -> (599 - 37 - i + 600) % 600).toArray();
        float[] found = scorer.logits(some, views(some));
        assertThat(found).hasSize(size * Images.CLASSES);
        for (int i = 0; i < size; i++) {
          assertThat(row(found, i)).containsExactly(row(together, some[i]));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void logits_ofViews_areThoseOfTheNetworkItself(Precision precision) {
    Natives.useThreads(1);
    int[] examples = {3, 599, 3, 40};
    int[] drawn = {VIEWS.identity(), 0, 49, 17};
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard();
        var network = new LayerNetwork(NETWORK);
        var scorer = new NetworkViewLogits(NETWORK, STATE, precision, IMAGES, VIEWS)) {
      network.load(STATE);
      int[] shape = IMAGES.shape();
      Tensor batch = Tensors.emptyChannelsLast(Precision.FP32, 4, shape[0], shape[1], shape[2]);
      var assembler =
          new ImageAssembler((ByteValues) IMAGES.values(), shape, NETWORK.normalisation(), VIEWS);
      assembler.write(examples, drawn, 0, 4, batch);
      float[] exact = Tensors.toFloats(network.forward(batch, false));
      float[] found = scorer.logits(examples, drawn);
      double scale = 0;
      for (float value : exact) {
        scale = Math.max(scale, Math.abs(value));
      }
      // float32 differs by the folded norms only; bfloat16 keeps 8 bits through a dozen roundings.
      double tolerance = scale * (precision == Precision.FP32 ? 1e-5 : 0.03);
      for (int i = 0; i < exact.length; i++) {
        assertThat((double) found[i]).isCloseTo(exact[i], within(tolerance));
      }
      // Two views of one image differ, so a scorer that ignores the view would be seen.
      assertThat(row(found, 0)).isNotEqualTo(row(found, 2));
    }
  }

  @Test
  void networkViewLogits_ofATable_isRefused() {
    var table = Examples.of(new int[] {2}, new float[4], new int[2]);
    assertThatThrownBy(
            () -> new NetworkViewLogits(NETWORK, STATE, Precision.FP32, table, Views.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected images, found a table");
  }
}
