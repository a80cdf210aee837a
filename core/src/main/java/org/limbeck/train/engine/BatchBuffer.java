package org.limbeck.train.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.Closer;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ImageAssembler;
import org.limbeck.train.Targets;

/** Native memory for one batch of images and its label weights, used again and again. */
final class BatchBuffer implements AutoCloseable {
  private final Closer closer = new Closer();
  private final Tensor inputs;
  private final Tensor weights;
  private final float[] rows;
  private final int width;
  private int count;

  BatchBuffer(int largest, int[] shape, int width, Precision precision) {
    this.width = width;
    rows = new float[largest * width];
    try (var scope = new PointerScope()) {
      inputs = kept(Tensors.emptyChannelsLast(precision, largest, shape[0], shape[1], shape[2]));
      weights = kept(torch.zeros(largest, width));
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private Tensor kept(Tensor tensor) {
    return closer.add(Tensors.keep(tensor), Tensors::release);
  }

  /** Writes {@code size} examples from place {@code from} of the order on. */
  void fill(
      ImageAssembler assembler, Targets targets, int[] order, int[] views, int from, int size) {
    count = size;
    for (int i = 0; i < size; i++) {
      targets.read(order[from + i], views[from + i], rows, i * width);
    }
    try (var scope = new PointerScope()) {
      assembler.write(order, views, from, size, inputs);
      new FloatPointer(weights.data_ptr_float()).put(rows, 0, size * width);
    }
  }

  /** The inputs of the batch: a view in the caller's scope. */
  Tensor inputs() {
    return inputs.narrow(0, 0, count);
  }

  /** The label weights of the batch: a view in the caller's scope. */
  Tensor labelWeights() {
    return weights.narrow(0, 0, count);
  }

  @Override
  public void close() {
    closer.close();
  }
}
