package org.limbeck.nn;

import java.util.List;

/**
 * About how many bytes a training takes, from its layers alone, without LibTorch.
 *
 * <p>Counted are parameters with gradients, optimiser state and rounded copies, the activations
 * that backward needs, some more of the largest one, and the copies of the weights on the Java
 * heap. How near measured peaks it is: docs/design-decisions.md, "Memory".
 */
public final class MemoryEstimate {
  /** Copies of the weights on the heap: the best iterate, the last one, and one being saved. */
  private static final long HEAP_COPIES = 4;

  /** Gradients on their way back, and what LibTorch and oneDNN need beside the operands. */
  private static final long LARGEST_COPIES = 4;

  private final long elementSize;
  private long kept;
  private long largest;

  private MemoryEstimate(Precision precision) {
    elementSize = precision == Precision.BF16 ? Short.BYTES : Float.BYTES;
  }

  /** Bytes of one training. */
  public static long ofTraining(
      NetworkDescription network, int batchSize, Precision precision, OptimiserOptions optimiser) {
    MemoryEstimate activations = activations(network, precision);
    long buffers = optimiser.kind() == OptimiserOptions.Kind.SGD ? 1 : 2;
    long parameters = network.parameters() * Float.BYTES * (2L + buffers + HEAP_COPIES);
    long rounded = precision == Precision.BF16 ? network.parameters() * 2 * Short.BYTES : 0;
    long inputs = 3L * elements(network.shape()) * activations.elementSize;
    return parameters
        + rounded
        + (long) batchSize * (activations.kept + LARGEST_COPIES * activations.largest + inputs);
  }

  /** Bytes that a network takes which scores batches of a size without learning. */
  public static long ofScoring(NetworkDescription network, int batchSize, Precision precision) {
    MemoryEstimate activations = activations(network, precision);
    return network.parameters() * Float.BYTES * 3
        + batchSize * LARGEST_COPIES * activations.largest;
  }

  private static MemoryEstimate activations(NetworkDescription network, Precision precision) {
    var estimate = new MemoryEstimate(precision);
    estimate.walk(network.layers(), network.shape());
    return estimate;
  }

  private static long elements(int[] shape) {
    long product = 1;
    for (int size : shape) {
      product *= size;
    }
    return product;
  }

  /** Adds up the layers from an input of {@code shape}; returns the shape of the last output. */
  private int[] walk(List<Layer> layers, int[] shape) {
    int[] current = shape;
    for (Layer layer : layers) {
      current = layer(layer, current);
    }
    return current;
  }

  private int[] layer(Layer layer, int[] shape) {
    if (layer instanceof Layer.Residual residual) {
      walk(residual.shortcut(), shape);
      return walk(residual.body(), shape);
    }
    int[] out = output(layer, shape);
    // ReLU overwrites its input, and a flattened image is the image.
    if (!(layer instanceof Layer.Relu || layer instanceof Layer.Flatten)) {
      long bytes = elements(out) * elementSize;
      kept += bytes;
      largest = Math.max(largest, bytes);
    }
    return out;
  }

  private static int[] output(Layer layer, int[] in) {
    if (layer instanceof Layer.Linear linear) {
      return new int[] {linear.out()};
    }
    if (layer instanceof Layer.Convolution conv) {
      return image(conv.out(), in, conv.kernel() - 2 * conv.padding(), conv.stride());
    }
    if (layer instanceof Layer.MaxPool pool) {
      return image(in[0], in, pool.kernel() - 2 * pool.padding(), pool.stride());
    }
    if (layer instanceof Layer.PadShortcut shortcut) {
      return image(shortcut.out(), in, 1, shortcut.stride());
    }
    if (layer instanceof Layer.ZeroPad pad) {
      return new int[] {in[0], in[1] + pad.above() + pad.below(), in[2] + pad.left() + pad.right()};
    }
    if (layer instanceof Layer.GlobalAveragePool) {
      return new int[] {in[0]};
    }
    return layer instanceof Layer.Flatten ? new int[] {Math.toIntExact(elements(in))} : in;
  }

  private static int[] image(int channels, int[] in, int lost, int stride) {
    return new int[] {channels, (in[1] - lost) / stride + 1, (in[2] - lost) / stride + 1};
  }
}
