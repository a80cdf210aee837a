package org.limbeck.nn.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/** The gathering that a GPU does, run on the processor. */
class ResidentImagesTest {
  private static final int[] SHAPE = {3, 5, 6};
  private static final int SIZE = 3 * 5 * 6;
  private static final Views VIEWS = new Views(2, Views.Flip.RANDOM, 0);
  private static final Normalisation NORMALISATION =
      new Normalisation(new float[] {100, 120.5f, 3}, new float[] {50, 61.3f, 7});

  private static ByteValues images() {
    var bytes = new byte[7 * SIZE];
    new SplittableRandom(1).nextBytes(bytes);
    return new ByteValues(ByteStore.of(bytes, SIZE), new int[] {6, 0, 3, 2});
  }

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void batch_everyView_equalsTheAssembledOne(Precision precision) {
    Natives.useThreads(1);
    int views = VIEWS.count();
    var examples = new int[4 * views];
    var drawn = new int[4 * views];
    for (int i = 0; i < examples.length; i++) {
      examples[i] = i / views;
      drawn[i] = i % views;
    }
    var assembler = new ImageAssembler(images(), SHAPE, NORMALISATION, VIEWS);
    try (var scope = new PointerScope();
        var resident = new ResidentImages(images(), SHAPE, NORMALISATION, VIEWS)) {
      Tensor assembled = Tensors.emptyChannelsLast(precision, examples.length, 3, 5, 6);
      assembler.write(examples, drawn, 0, examples.length, assembled);
      Tensor gathered = resident.batch(examples, drawn, precision);
      assertThat(gathered.element_size()).isEqualTo(assembled.element_size());
      assertThat(Tensors.toFloats(gathered.to(ScalarType.Float)))
          .containsExactly(Tensors.toFloats(assembled.to(ScalarType.Float)));
    }
  }

  @Test
  void new_normalisationOfOtherChannels_releasesWhatWasCopied() {
    new ResidentImages(images(), SHAPE, NORMALISATION, VIEWS).close();
    long before = Pointer.totalCount();
    var grey = new Normalisation(new float[] {100}, new float[] {50});
    assertThatThrownBy(() -> new ResidentImages(images(), SHAPE, grey, VIEWS))
        .hasMessage("expected 3 values, found 1");
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void parse_devices_readsThemAndRefusesOthers() {
    assertThat(ComputeDevice.parse("auto")).isEqualTo(ComputeDevice.AUTO);
    assertThat(ComputeDevice.parse("cuda:3").text()).isEqualTo("cuda:3");
    assertThat(ComputeDevice.parse("cuda").index()).isZero();
    assertThatThrownBy(() -> ComputeDevice.parse("gpu"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("no device 'gpu'; expected auto, cpu, or cuda:0");
    assertThatThrownBy(ComputeDevice.AUTO::use).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resolved_gpuThatIsNotThere_isRefusedWithARemedy() {
    assertThatThrownBy(() -> ComputeDevice.parse("cuda:99").resolved())
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("device cuda:99")
        .hasMessageContaining("use cpu");
    assertThat(ComputeDevice.CPU.resolved()).isEqualTo(ComputeDevice.CPU);
  }
}
