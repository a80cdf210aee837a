package org.limbeck.nn.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;

/**
 * Writes views of images into a channels-last tensor: crop, flip, normalise and round in one pass
 * over the bytes.
 *
 * <p>A value is (x - mean) * (1 / deviation) in float32, looked up by channel and byte; outside the
 * image it is 0. Not thread-safe: each thread has its own.
 */
public final class ImageAssembler {
  private final ByteValues values;
  private final Views views;
  private final int channels;
  private final int height;
  private final int width;
  private final float[][] table;
  private final short[][] rounded;
  private final int[] places;
  private final byte[] bytes;
  private final float[] floats;
  private final short[] shorts;

  /**
   * An assembler.
   *
   * @param shape {@code [channels, rows, columns]}
   * @param views what the numbers of views mean
   */
  public ImageAssembler(ByteValues values, int[] shape, Normalisation normalisation, Views views) {
    this.values = values;
    this.views = views;
    channels = shape[0];
    height = shape[1];
    width = shape[2];
    table = new float[channels][256];
    rounded = new short[channels][256];
    for (int c = 0; c < channels; c++) {
      float scale = 1 / normalisation.deviation()[c];
      for (int value = 0; value < 256; value++) {
        table[c][value] = (value - normalisation.mean()[c]) * scale;
        rounded[c][value] = bfloat16(table[c][value]);
      }
    }
    places = new int[height * width];
    bytes = new byte[values.exampleSize()];
    floats = new float[values.exampleSize()];
    shorts = new short[values.exampleSize()];
  }

  /** The bits of the nearest bfloat16, ties to even; the value is finite. */
  static short bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /**
   * Writes a batch.
   *
   * @param examples which examples, {@code [batch]}
   * @param views which view of each, {@code [batch]}
   * @param from the first of both to write
   * @param count how many
   * @param target channels-last in memory, {@code [>= count, channels, rows, columns]}, float32 or
   *     bfloat16
   */
  public void write(int[] examples, int[] views, int from, int count, Tensor target) {
    ByteBuffer memory = memory(target, count);
    if (target.element_size() == Short.BYTES) {
      ShortBuffer out = memory.asShortBuffer();
      for (int i = from; i < from + count; i++) {
        values.read(examples[i], bytes, 0);
        viewAsShorts(views[i]);
        out.put(shorts);
      }
    } else {
      FloatBuffer out = memory.asFloatBuffer();
      for (int i = from; i < from + count; i++) {
        values.read(examples[i], bytes, 0);
        viewAsFloats(views[i]);
        out.put(floats);
      }
    }
  }

  private ByteBuffer memory(Tensor target, int count) {
    long size = (long) count * bytes.length;
    if (target.numel() < size) {
      throw new IllegalArgumentException(
          "expected room for %d values, found %d".formatted(size, target.numel()));
    }
    var pointer = new BytePointer(target.data_ptr());
    return pointer
        .capacity(target.numel() * target.element_size())
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
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

  private void viewAsShorts(int view) {
    place(view);
    for (int pixel = 0; pixel < places.length; pixel++) {
      int place = places[pixel];
      for (int c = 0; c < channels; c++) {
        shorts[pixel * channels + c] =
            place < 0 ? 0 : rounded[c][bytes[c * places.length + place] & 0xff];
      }
    }
  }

  private void viewAsFloats(int view) {
    place(view);
    for (int pixel = 0; pixel < places.length; pixel++) {
      int place = places[pixel];
      for (int c = 0; c < channels; c++) {
        floats[pixel * channels + c] =
            place < 0 ? 0 : table[c][bytes[c * places.length + place] & 0xff];
      }
    }
  }
}
