package org.limbeck.data.image.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Turns decoded pictures into red, green and blue bytes.
 *
 * <p>Samples of 8 bits are taken as they are stored, of 16 bits their upper half. {@link
 * BufferedImage#getRGB} would convert them between colour spaces: a grey of 128 would become 188,
 * and an embedded profile would cost a transform for each pixel. Transparency is ignored.
 */
final class Rgb {
  private Rgb() {}

  /** The same picture as {@link BufferedImage#TYPE_INT_RGB}. */
  static BufferedImage of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      rgb.setRGB(0, y, width, 1, row(picture, y), 0, width);
    }
    return rgb;
  }

  private static int[] row(BufferedImage picture, int y) {
    int width = picture.getWidth();
    Raster raster = picture.getRaster();
    if (!storesSamples(picture)) {
      return picture.getRGB(0, y, width, 1, null, 0, width);
    }
    int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    boolean colour = raster.getNumBands() >= 3;
    int[] red = raster.getSamples(0, y, width, 1, 0, (int[]) null);
    int[] green = colour ? raster.getSamples(0, y, width, 1, 1, (int[]) null) : red;
    int[] blue = colour ? raster.getSamples(0, y, width, 1, 2, (int[]) null) : red;
    var row = new int[width];
    for (int x = 0; x < width; x++) {
      row[x] = red[x] >> shift << 16 | green[x] >> shift << 8 | blue[x] >> shift;
    }
    return row;
  }

  private static boolean storesSamples(BufferedImage picture) {
    int type = picture.getRaster().getTransferType();
    return picture.getColorModel() instanceof ComponentColorModel
        && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
  }

  /** The planes {@code [3][rows][columns]} of a picture. */
  static byte[] planes(BufferedImage rgb) {
    int width = rgb.getWidth();
    int height = rgb.getHeight();
    int[] pixels = rgb.getRGB(0, 0, width, height, null, 0, width);
    var planes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      planes[i] = (byte) (pixels[i] >> 16);
      planes[pixels.length + i] = (byte) (pixels[i] >> 8);
      planes[2 * pixels.length + i] = (byte) pixels[i];
    }
    return planes;
  }
}
