package org.limbeck.teacher.foreign;

import org.limbeck.data.ByteValues;
import org.limbeck.data.Views;

/**
 * Writes views of images as a foreign model gets them. A view has the same pixels as our own
 * networks get, and the mean colour around the image; only the scale is the model's.
 */
final class PixelWriter {
  private static final int VALUES = 256;

  private final ByteValues images;
  private final Views views;
  private final boolean channelsLast;
  private final int channels;
  private final int height;
  private final int width;
  private final float[][] table;
  private final float[] padding;
  private final int[] places;
  private final byte[] bytes;

  /**
   * A writer.
   *
   * @param shape {@code [channels, rows, columns]}
   * @param padding raw values by channel outside an image
   */
  PixelWriter(InputForm form, ByteValues images, int[] shape, Views views, float[] padding) {
    this.images = images;
    this.views = views;
    channelsLast = form.channelsLast();
    channels = shape[0];
    height = shape[1];
    width = shape[2];
    table = new float[channels][VALUES];
    this.padding = new float[channels];
    for (int c = 0; c < channels; c++) {
      for (int value = 0; value < VALUES; value++) {
        table[c][value] = form.transform().apply(value, c);
      }
      this.padding[c] = form.transform().apply(padding[c], c);
    }
    places = new int[height * width];
    bytes = new byte[images.exampleSize()];
  }

  void write(int example, int view, float[] target, int offset) {
    images.read(example, bytes, 0);
    place(view);
    int pixels = places.length;
    int step = channelsLast ? channels : 1;
    for (int c = 0; c < channels; c++) {
      int to = offset + (channelsLast ? c : c * pixels);
      for (int pixel = 0; pixel < pixels; pixel++) {
        int place = places[pixel];
        target[to] = place < 0 ? padding[c] : table[c][bytes[c * pixels + place] & 0xff];
        to += step;
      }
    }
  }

  /** Finds the pixel of the image for each one of the view; -1 outside. */
  private void place(int view) {
    int down = views.down(view);
    int right = views.right(view);
    boolean flipped = views.flipped(view);
    for (int row = 0; row < height; row++) {
      int from = row + down;
      for (int column = 0; column < width; column++) {
        int side = (flipped ? width - 1 - column : column) + right;
        boolean inside = from >= 0 && from < height && side >= 0 && side < width;
        places[row * width + column] = inside ? from * width + side : -1;
      }
    }
  }
}
