package org.limbeck.nn;

import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.data.Examples;

/** The inputs of a split as one tensor, owned until {@link #close}. */
public final class Inputs implements AutoCloseable {
  /** Examples scored at a time. */
  private static final int BATCH = 2048;

  private final int size;
  private final Tensor tensor;

  /** Copies the values of {@code examples}. */
  public Inputs(Examples examples) {
    Natives.useOneThread();
    size = examples.size();
    int[] shape = examples.shape();
    var dimensions = new long[shape.length + 1];
    dimensions[0] = size;
    for (int i = 0; i < shape.length; i++) {
      dimensions[i + 1] = shape[i];
    }
    try (var scope = new PointerScope()) {
      tensor = Tensors.keep(Tensors.of(examples.rows(0, size), dimensions));
    }
  }

  /** The number of examples. */
  public int size() {
    return size;
  }

  /** All of them, float32 {@code [examples, shape...]}. */
  public Tensor tensor() {
    return tensor;
  }

  /** The scores of a network, row-major {@code [examples, classes]}. */
  public float[] logits(Network network) {
    return outputs(network, scores -> scores);
  }

  /** The log softmax of a network's scores, row-major {@code [examples, classes]}. */
  public float[] logProbabilities(Network network) {
    return outputs(network, scores -> torch.log_softmax(scores, 1));
  }

  private float[] outputs(Network network, UnaryOperator<Tensor> last) {
    int classes = network.description().classes();
    var outputs = new float[size * classes];
    try (var noGrad = new NoGradGuard()) {
      for (int start = 0; start < size; start += BATCH) {
        try (var scope = new PointerScope()) {
          Tensor batch = tensor.narrow(0, start, Math.min(BATCH, size - start));
          float[] rows = Tensors.toFloats(last.apply(network.forward(batch, false)));
          System.arraycopy(rows, 0, outputs, start * classes, rows.length);
        }
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    Tensors.release(tensor);
  }
}
