package org.limbeck.data.image.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.data.image.Drawings;

class PictureReaderTest {
  private static final Color COLOUR = new Color(200, 100, 50);

  @TempDir private Path folder = Path.of("");

  private static int[] rgb(BufferedImage image, int x, int y) {
    int pixel = Rgb.of(image).getRGB(x, y);
    return new int[] {pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff};
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "jpeg", "bmp", "gif"})
  void read_eachFormat_keepsColours(String ending) throws IOException {
    Path file = Drawings.write(folder.resolve("x." + ending), 16, COLOUR);
    int[] found = rgb(PictureReader.read(file), 8, 8);
    assertThat(Math.abs(found[0] - 200)).isLessThan(4);
    assertThat(Math.abs(found[1] - 100)).isLessThan(4);
    assertThat(Math.abs(found[2] - 50)).isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource({"png, 10", "png, 11", "jpg, 10"}) // TYPE_BYTE_GRAY, TYPE_USHORT_GRAY
  void read_grey_givesThreeEqualChannelsOfTheSameBrightness(String ending, int type)
      throws IOException {
    var grey = new BufferedImage(16, 16, type);
    int[] stored = new int[16 * 16];
    Arrays.fill(stored, type == BufferedImage.TYPE_USHORT_GRAY ? 128 * 257 : 128);
    grey.getRaster().setSamples(0, 0, 16, 16, 0, stored);
    Path file = Drawings.write(folder.resolve("grey." + ending), grey);
    assertThat(rgb(PictureReader.read(file), 3, 3)).containsExactly(128, 128, 128);
  }

  @Test
  void read_transparentPng_keepsStoredColours() throws IOException {
    var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 2, 0x80_c8_64_32);
    Path file = Drawings.write(folder.resolve("x.png"), image);
    assertThat(rgb(PictureReader.read(file), 1, 2)).containsExactly(200, 100, 50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
  void read_halfAFile_isRefused(String ending) throws IOException {
    Path file = Drawings.write(folder.resolve("x." + ending), noise());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> PictureReader.read(file)).isInstanceOf(IOException.class);
  }

  private static BufferedImage noise() {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, i * 0x9e3779b1);
    }
    return image;
  }

  @Test
  void read_noPicture_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.png"), "not a picture");
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("not a picture of a known format");
  }

  @Test
  void read_claimsHugeSize_isRefusedUndecoded() throws IOException {
    Path file = Files.write(folder.resolve("bomb.png"), pngHeader(30_000, 100));
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("30,000 x 100 pixels, more than 20,000 on a side");
  }

  /** A PNG that ends after its header. */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer png = ByteBuffer.allocate(33);
    png.putLong(0x89504e470d0a1a0aL).putInt(13);
    png.putInt(0x49484452).putInt(width).putInt(height);
    png.put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(png.array(), 12, 17);
    return png.putInt((int) crc.getValue()).array();
  }

  @Test
  void read_manyPixels_takesEveryKth() throws IOException {
    Path file = Drawings.write(folder.resolve("large.png"), Drawings.plain(5000, 4000, COLOUR));
    BufferedImage read = PictureReader.read(file);
    assertThat(read.getWidth()).isEqualTo(2500);
    assertThat(read.getHeight()).isEqualTo(2000);
    assertThat(rgb(read, 2499, 1999)).containsExactly(200, 100, 50);
  }

  @Test
  void centre_wide_takesTheMiddle() {
    BufferedImage image = Drawings.plain(300, 100, Color.RED);
    image.createGraphics().drawImage(Drawings.plain(100, 100, Color.BLUE), 100, 0, null);
    byte[] planes = Rgb.planes(Resizing.centre(image, 10));
    assertThat(planes).hasSize(300);
    assertThat(Arrays.copyOf(planes, 200)).containsOnly(0);
    assertThat(Arrays.copyOfRange(planes, 200, 300)).containsOnly(-1);
  }

  @Test
  void centre_fineStripes_averageOut() {
    var stripes = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256 * 256; i++) {
      stripes.setRGB(i % 256, i / 256, i % 2 == 0 ? 0xffffff : 0);
    }
    for (byte value : Rgb.planes(Resizing.centre(stripes, 16))) {
      assertThat(value & 0xff).isBetween(125, 130);
    }
  }

  @Test
  void centre_smallerThanSize_isEnlarged() {
    assertThat(Resizing.centre(Drawings.plain(3, 5, COLOUR), 8).getHeight()).isEqualTo(8);
    BufferedImage sliver = Drawings.plain(2000, 1, COLOUR);
    assertThat(rgb(Resizing.centre(sliver, 8), 7, 7)).containsExactly(200, 100, 50);
  }
}
