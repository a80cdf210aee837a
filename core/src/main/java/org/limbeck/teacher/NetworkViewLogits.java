package org.limbeck.teacher;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.base.Closer;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.FoldedNorms;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ImageAssembler;

/**
 * A trained network that scores views of images: norms folded, channels-last, in the precision it
 * was trained in. For one thread at a time; owns native memory until {@link #close}.
 */
public final class NetworkViewLogits implements ViewLogits, AutoCloseable {
  /*
   * LibTorch picks its kernels by the size of the batch: scores of an image in a batch of 100 differ
   * in the last bits from those in a batch of 256, while its neighbours and its place do not matter.
   * So every batch has the same size, and a score is the same whoever computes it, and when.
   */
  /** Views scored at a time. */
  public static final int BATCH = ScoreCache.CHUNK;

  private final Closer closer = new Closer();
  private final LayerNetwork network;
  private final ImageAssembler assembler;
  private final Tensor batch;
  private final int classes;

  /**
   * A scorer of {@code examples}, which are images.
   *
   * @param precision FP32 or BF16
   */
  public NetworkViewLogits(
      NetworkDescription description,
      StateDict state,
      Precision precision,
      Examples examples,
      Views views) {
    if (!(examples.values() instanceof ByteValues images)) {
      throw new IllegalArgumentException("expected images, found a table");
    }
    int[] shape = examples.shape();
    classes = description.classes();
    var folded = FoldedNorms.of(description, state);
    try (var scope = new PointerScope()) {
      network = closer.add(new LayerNetwork(folded.description(), precision), LayerNetwork::close);
      network.load(folded.state());
      batch =
          closer.add(
              Tensors.keep(
                  Tensors.emptyChannelsLast(precision, BATCH, shape[0], shape[1], shape[2])),
              Tensors::release);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
    assembler = new ImageAssembler(images, shape, description.normalisation(), views);
  }

  @Override
  public float[] logits(int[] examples, int[] views) {
    var logits = new float[Math.multiplyExact(examples.length, classes)];
    for (int start = 0; start < examples.length; start += BATCH) {
      int count = Math.min(BATCH, examples.length - start);
      float[] rows = score(padded(examples, start, count), padded(views, start, count));
      System.arraycopy(rows, 0, logits, start * classes, count * classes);
    }
    return logits;
  }

  /** {@code count} values from {@code start} on, and the first of them again up to a full batch. */
  private static int[] padded(int[] values, int start, int count) {
    int[] batch = Arrays.copyOfRange(values, start, start + BATCH);
    Arrays.fill(batch, count, BATCH, values[start]);
    return batch;
  }

  private float[] score(int[] examples, int[] views) {
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      assembler.write(examples, views, 0, BATCH, batch);
      return Tensors.toFloats(network.forward(ComputeDevice.here(batch), false));
    }
  }

  @Override
  public void close() {
    closer.close();
  }
}
