package org.limbeck.data.image.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;

class ContactSheetTest {
  /** Classes of four images each, of one colour: red is the class, green 100, blue 50. */
  private static Dataset colours(int classes, int side) {
    int plane = side * side;
    var pixels = new byte[4 * classes * 3 * plane];
    int[] labels = IntStream.range(0, 4 * classes).map(i -> i % classes).toArray();
    for (int i = 0; i < pixels.length; i++) {
      int[] colour = {labels[i / (3 * plane)], 100, 50};
      pixels[i] = (byte) colour[i / plane % 3];
    }
    var values =
        new ByteValues(
            ByteStore.of(pixels, 3 * plane), IntStream.range(0, labels.length).toArray());
    return build(classes, new Examples(new int[] {3, side, side}, values, labels));
  }

  private static Dataset build(int classes, Examples examples) {
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    var source = new SourceData("colours", "", names, examples, Optional.empty());
    return Datasets.build(source, DataPlan.of("digits", null), 0);
  }

  private static BufferedImage draw(Dataset data, int perClass) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ContactSheet.png(data, perClass)));
  }

  private static int red(BufferedImage sheet, int x, int y) {
    return sheet.getRGB(x, y) >> 16 & 0xff;
  }

  @Test
  void png_smallImages_areEnlargedInLabelOrder() throws IOException {
    BufferedImage sheet = draw(colours(3, 2), 5);
    assertThat(sheet.getHeight()).isEqualTo(4 + 3 * 68);
    assertThat(sheet.getWidth()).isEqualTo(150 + 5 * 68 + 8);
    for (int y = 0; y < 3; y++) {
      int top = 4 + y * 68;
      assertThat(sheet.getRGB(150, top)).isEqualTo(0xff006432 | y << 16);
      assertThat(sheet.getRGB(150 + 63, top + 63)).isEqualTo(0xff006432 | y << 16);
      assertThat(red(sheet, 150 + 64, top)).isEqualTo(255);
      assertThat(red(sheet, 150 + 2 * 68, top)).as("two are in training").isEqualTo(255);
    }
  }

  @Test
  void png_manyClasses_goIntoColumns() throws IOException {
    BufferedImage sheet = draw(colours(150, 100), 1);
    assertThat(sheet.getHeight()).isEqualTo(4 + 100 * 68);
    assertThat(sheet.getWidth()).isEqualTo(2 * (150 + 68 + 8));
    assertThat(red(sheet, 150 + 30, 30)).isZero();
    assertThat(red(sheet, 226 + 150 + 30, 30)).isEqualTo(100);
  }

  @Test
  void png_digits_areScaledFromTheirRange() throws IOException {
    BufferedImage sheet = draw(Datasets.build(DataPlan.of("digits", null), 0), 3);
    var seen =
        IntStream.range(0, 64 * 64)
            .map(i -> red(sheet, 150 + i % 64, 4 + i / 64))
            .summaryStatistics();
    assertThat(seen.getMin()).isZero();
    assertThat(seen.getMax()).isEqualTo(255);
  }

  @Test
  void png_constantImages_areBlack() throws IOException {
    var values = new float[8 * 4];
    java.util.Arrays.fill(values, 7);
    int[] labels = {0, 1, 0, 1, 0, 1, 0, 1};
    Dataset data = build(2, Examples.of(new int[] {1, 2, 2}, values, labels));
    assertThat(red(draw(data, 1), 151, 5)).isZero();
  }

  @Test
  void png_noImages_isRefused() {
    int[] labels = {0, 1, 0, 1, 0, 1, 0, 1};
    Dataset table = build(2, Examples.of(new int[] {4}, new float[8 * 4], labels));
    assertThatThrownBy(() -> ContactSheet.png(table, 1))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("colours: its examples are no images");
    assertThatThrownBy(() -> ContactSheet.png(colours(2, 2), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
