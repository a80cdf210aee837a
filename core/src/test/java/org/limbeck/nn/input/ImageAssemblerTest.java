package org.limbeck.nn.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/** The assembler against the definition of a view, pixel by pixel. */
class ImageAssemblerTest {
  private static final int STORED = 6;
  private static final int[] ROWS = {5, 0, 3, 0};
  private static final float[] MEAN = {113.4f, 0.3f, 250};
  private static final float[] DEVIATION = {61.7f, 0.07f, 300};

  private static ByteValues images(int[] shape) {
    int size = shape[0] * shape[1] * shape[2];
    var bytes = new byte[STORED * size];
    new SplittableRandom(size).nextBytes(bytes);
    return new ByteValues(ByteStore.of(bytes, size), ROWS);
  }

  private static Normalisation normalisation(int channels) {
    return new Normalisation(Arrays.copyOf(MEAN, channels), Arrays.copyOf(DEVIATION, channels));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 7, 2, RANDOM, FP32",
    "1, 5, 7, 2, RANDOM, BF16",
    "3, 6, 4, 1, ALTERNATING, FP32",
    "3, 6, 4, 1, ALTERNATING, BF16",
    "3, 4, 9, 3, NONE, FP32",
    "2, 1, 3, 5, RANDOM, BF16",
    "3, 8, 8, 0, NONE, BF16"
  })
  void write_everyViewOfEveryImage_equalsTheNaiveOne(
      int channels, int height, int width, int crop, Views.Flip flip, Precision precision) {
    int[] shape = {channels, height, width};
    var views = new Views(crop, flip, 0);
    ByteValues images = images(shape);
    var examples = new int[ROWS.length * views.count()];
    var drawn = new int[examples.length];
    for (int i = 0; i < examples.length; i++) {
      examples[i] = i / views.count();
      drawn[i] = i % views.count();
    }
    var expected = new float[examples.length * images.exampleSize()];
    int at = 0;
    for (int i = 0; i < examples.length; i++) {
      for (int c = 0; c < channels; c++) {
        for (int row = 0; row < height; row++) {
          for (int column = 0; column < width; column++) {
            float value = pixel(images, shape, examples[i], views, drawn[i], c, row, column);
            expected[at++] = precision == Precision.BF16 ? nearestBfloat16(value) : value;
          }
        }
      }
    }
    assertThat(written(images, shape, views, examples, drawn, precision)).containsExactly(expected);
  }

  private static float[] written(
      ByteValues images,
      int[] shape,
      Views views,
      int[] examples,
      int[] drawn,
      Precision precision) {
    Natives.load();
    var assembler = new ImageAssembler(images, shape, normalisation(shape[0]), views);
    try (var scope = new PointerScope()) {
      Tensor target =
          Tensors.emptyChannelsLast(precision, examples.length, shape[0], shape[1], shape[2]);
      assembler.write(examples, drawn, 0, examples.length, target);
      return Tensors.toFloats(target.to(ScalarType.Float));
    }
  }

  /** A pixel of a view: first where it is in the flipped crop, then what is there. */
  private static float pixel(
      ByteValues images,
      int[] shape,
      int example,
      Views views,
      int view,
      int channel,
      int row,
      int column) {
    int fromLeft = views.flipped(view) ? shape[2] - 1 - column : column;
    int sourceRow = row + views.down(view);
    int sourceColumn = fromLeft + views.right(view);
    if (sourceRow < 0 || sourceRow >= shape[1] || sourceColumn < 0 || sourceColumn >= shape[2]) {
      return 0;
    }
    var bytes = new byte[images.exampleSize()];
    images.store().read(ROWS[example], bytes, 0);
    int value = bytes[(channel * shape[1] + sourceRow) * shape[2] + sourceColumn] & 0xff;
    return (value - MEAN[channel]) * (1 / DEVIATION[channel]);
  }

  /** By exact distances to the two numbers of 8 significant bits around it. */
  private static float nearestBfloat16(float value) {
    if (value == 0) {
      return 0;
    }
    double step = Math.scalb(1.0, Math.getExponent(value) - 7);
    double below = Math.floor(value / step) * step;
    double above = below + step;
    int nearer = exact(value).subtract(exact(below)).compareTo(exact(above).subtract(exact(value)));
    boolean evenBelow = Math.floorMod((long) (below / step), 2) == 0;
    return (float) (nearer < 0 || (nearer == 0 && evenBelow) ? below : above);
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1.00390625, 1.0", // 1 + 2^-8, a tie: down to the even one
    "1.01171875, 1.015625", // 1 + 3 * 2^-8, a tie: up to the even one
    "1.0039064, 1.0078125", // just above the tie
    "-1.00390625, -1.0",
    "-1.01171875, -1.015625",
    "1.9999999, 2.0",
    "0, 0"
  })
  void bfloat16_tiesAndTheirNeighbours_goToTheNearestThenTheEven(float value, float expected) {
    assertThat(Float.intBitsToFloat(ImageAssembler.bfloat16(value) << 16)).isEqualTo(expected);
    assertThat(nearestBfloat16(value)).isEqualTo(expected);
  }

  @Test
  void write_partOfTheLists_writesThatPartToTheFront() {
    Natives.load();
    int[] shape = {3, 4, 5};
    ByteValues images = images(shape);
    var assembler = new ImageAssembler(images, shape, normalisation(3), Views.USUAL);
    int[] examples = {0, 1, 2, 3};
    int[] drawn = {7, 80, 81, 161};
    float[] expected =
        written(images, shape, Views.USUAL, new int[] {1, 2}, new int[] {80, 81}, Precision.FP32);
    try (var scope = new PointerScope()) {
      Tensor target = Tensors.emptyChannelsLast(Precision.FP32, 3, 3, 4, 5).fill_(new Scalar(42f));
      assembler.write(examples, drawn, 1, 2, target);
      float[] found = Tensors.toFloats(target);
      assertThat(Arrays.copyOf(found, expected.length)).containsExactly(expected);
      assertThat(Arrays.copyOfRange(found, expected.length, found.length)).containsOnly(42);
    }
  }

  @Test
  void write_tensorThatIsTooSmall_isRefusedWithBothSizes() {
    Natives.load();
    int[] shape = {3, 4, 5};
    var assembler = new ImageAssembler(images(shape), shape, normalisation(3), Views.NONE);
    try (var scope = new PointerScope()) {
      Tensor target = Tensors.emptyChannelsLast(Precision.BF16, 1, 3, 4, 5);
      assertThatThrownBy(() -> assembler.write(new int[2], new int[2], 0, 2, target))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected room for 120 values, found 60");
    }
  }
}
