package org.limbeck.data.image.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brings pictures to one size. */
final class Resizing {
  private Resizing() {}

  /**
   * The largest square in the middle of a picture, brought to {@code size x size}.
   *
   * @param rgb any size
   */
  static BufferedImage centre(BufferedImage rgb, int size) {
    int side = Math.min(rgb.getWidth(), rgb.getHeight());
    BufferedImage square =
        rgb.getSubimage((rgb.getWidth() - side) / 2, (rgb.getHeight() - side) / 2, side, side);
    // Bilinear interpolation looks at four pixels: in steps of a half at most it misses none.
    while (square.getWidth() != size) {
      square = scale(square, Math.max(size, (square.getWidth() + 1) / 2));
    }
    return square;
  }

  private static BufferedImage scale(BufferedImage picture, int size) {
    var scaled = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, size, size, null);
    graphics.dispose();
    return scaled;
  }
}
