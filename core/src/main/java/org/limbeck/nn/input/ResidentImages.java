package org.limbeck.nn.input;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.limbeck.base.Closer;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/**
 * All images of a split as bytes on the device of the thread that made it; batches of views are
 * gathered there, so that nothing but indices goes to a GPU in a step. The values are those of
 * {@link ImageAssembler}, bit for bit.
 */
public final class ResidentImages implements AutoCloseable {
  private final Closer closer = new Closer();
  private final int[] shape;
  private final int pixels;
  private final Tensor images;
  private final Tensor places;
  private final Tensor mean;
  private final Tensor scale;

  /** Copies the images. */
  public ResidentImages(ByteValues values, int[] shape, Normalisation normalisation, Views views) {
    this.shape = shape.clone();
    pixels = shape[1] * shape[2];
    try (var scope = new PointerScope()) {
      images = Tensors.keep(ComputeDevice.here(bytes(values)), closer);
      places = Tensors.keep(ComputeDevice.here(places(views)), closer);
      float[] factors = normalisation.deviation().clone();
      for (int c = 0; c < factors.length; c++) {
        factors[c] = 1 / factors[c];
      }
      mean = kept(normalisation.mean());
      scale = kept(factors);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  /** A value for each channel. */
  private Tensor kept(float[] channels) {
    return Tensors.keep(ComputeDevice.here(Tensors.of(channels, 1, shape[0], 1)), closer);
  }

  private static Tensor bytes(ByteValues values) {
    int size = values.exampleSize();
    Tensor bytes = torch.zeros(values.examples(), size).to(ScalarType.Byte);
    var row = new byte[size];
    var memory = new BytePointer(bytes.data_ptr());
    for (int example = 0; example < values.examples(); example++) {
      values.read(example, row, 0);
      memory.position((long) example * size).put(row);
    }
    return bytes;
  }

  /** For each view, which pixel goes to each place; the one past the last is the padding. */
  private Tensor places(Views views) {
    var all = new int[views.count() * pixels];
    for (int view = 0; view < views.count(); view++) {
      for (int i = 0; i < pixels; i++) {
        all[view * pixels + i] = source(views, view, i / shape[2], i % shape[2]);
      }
    }
    return Tensors.of(all).view(views.count(), 1, pixels);
  }

  private int source(Views views, int view, int row, int column) {
    int from = row + views.down(view);
    int side = (views.flipped(view) ? shape[2] - 1 - column : column) + views.right(view);
    boolean inside = from >= 0 && from < shape[1] && side >= 0 && side < shape[2];
    return inside ? from * shape[2] + side : pixels;
  }

  /**
   * A batch, channels-last, in the caller's scope.
   *
   * @param examples which examples, {@code [batch]}
   * @param views which view of each, {@code [batch]}
   */
  public Tensor batch(int[] examples, int[] views, Precision precision) {
    int size = examples.length;
    Tensor chosen =
        images
            .index_select(0, ComputeDevice.here(Tensors.of(examples)))
            .view(size, shape[0], pixels)
            .to(ScalarType.Float);
    Tensor normalised = chosen.sub_(mean).mul_(scale);
    Tensor padded = torch.constant_pad_nd(normalised, 0, 1);
    Tensor index =
        places
            .index_select(0, ComputeDevice.here(Tensors.of(views)))
            .expand(size, shape[0], pixels);
    return Tensors.channelsLast(
        padded.gather(2, index).view(size, shape[0], shape[1], shape[2]).to(precision.type()));
  }

  @Override
  public void close() {
    closer.close();
  }
}
