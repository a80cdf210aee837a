package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ImageAssembler;
import org.limbeck.train.Images;

class PixelWriterTest {
  private static final Examples IMAGES = Images.of(20, 3);
  private static final Views VIEWS = new Views(2, Views.Flip.RANDOM, 0);
  private static final int SIZE = 192;

  private static float[] written(Normalisation normalisation, boolean channelsLast) {
    var input =
        new ModelInput(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            doubles(normalisation.mean()),
            doubles(normalisation.deviation()));
    int[] example = channelsLast ? new int[] {8, 8, 3} : new int[] {3, 8, 8};
    var form =
        new InputForm(
            "x", example, channelsLast, InputTransform.of("m", input, 3), OptionalInt.empty());
    var writer =
        new PixelWriter(
            form, (ByteValues) IMAGES.values(), IMAGES.shape(), VIEWS, normalisation.mean());
    var values = new float[VIEWS.count() * SIZE];
    for (int view = 0; view < VIEWS.count(); view++) {
      writer.write(view % 20, view, values, view * SIZE);
    }
    return values;
  }

  private static List<Double> doubles(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
  }

  /** As our own networks get them: channels-last. */
  private static float[] assembled(Normalisation normalisation) {
    var assembler =
        new ImageAssembler((ByteValues) IMAGES.values(), IMAGES.shape(), normalisation, VIEWS);
    int[] views = IntStream.range(0, VIEWS.count()).toArray();
    int[] examples = Arrays.stream(views).map(view -> view % 20).toArray();
    try (var scope = new PointerScope()) {
      Tensor batch = Tensors.emptyChannelsLast(Precision.FP32, views.length, 3, 8, 8);
      assembler.write(examples, views, 0, views.length, batch);
      return Tensors.toFloats(batch.permute(0, 2, 3, 1).contiguous());
    }
  }

  @Test
  void write_everyView_hasThePixelsOfOurOwnNetworks() {
    Normalisation normalisation = Normalisation.of(IMAGES);
    float[] expected = assembled(normalisation);
    assertThat(written(normalisation, true)).containsExactly(expected, within(1e-5f));
    float[] planes = written(normalisation, false);
    for (int i = 0; i < planes.length; i++) {
      int inImage = i % SIZE;
      int at = i - inImage + inImage % 64 * 3 + inImage / 64;
      assertThat(planes[i]).isEqualTo(expected[at], within(1e-5f));
    }
  }
}
