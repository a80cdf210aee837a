package org.limbeck.nn;

import java.util.List;
import java.util.stream.Stream;

/**
 * One layer of a network: what the forward pass runs and the ONNX export walks.
 *
 * <p>Layers with weights carry a name, the prefix of their entries in the state.
 */
public sealed interface Layer {

  /** This layer and all layers inside it, in the order of computation. */
  default Stream<Layer> all() {
    return Stream.of(this);
  }

  /**
   * {@code [batch, in] -> [batch, out]}: x W' + b, with {@code name.weight} and {@code name.bias}.
   */
  record Linear(String name, int in, int out) implements Layer {}

  /**
   * {@code [batch, in, h, w] -> [batch, out, h', w']}, square kernel. Weights: {@code name.weight
   * [out, in, kernel, kernel]}, and {@code name.bias [out]} if it has one.
   *
   * @param padding zeros around the image
   * @param bias whether there is one; none is needed before a norm
   */
  record Convolution(
      String name, int in, int out, int kernel, int stride, int padding, boolean bias)
      implements Layer {}

  /**
   * Batch normalisation over channels (Ioffe &amp; Szegedy, ICML 2015), momentum 0.1: {@code
   * name.weight}, {@code name.bias}, and the running {@code name.mean}, {@code name.variance}.
   *
   * @param epsilon added to the variance
   */
  record BatchNorm(String name, int channels, double epsilon) implements Layer {
    /** Added to the variance unless something else is said. */
    public static final double EPSILON = 1e-5;

    /** Share of the newest batch in the running statistics. */
    public static final double MOMENTUM = 0.1;

    /** A norm with the usual epsilon. */
    public BatchNorm(String name, int channels) {
      this(name, channels, EPSILON);
    }
  }

  /** max(x, 0). */
  record Relu() implements Layer {}

  /** {@code [batch, c, h, w] -> [batch, c, h + above + below, w + left + right]}: zeros around. */
  record ZeroPad(int above, int left, int below, int right) implements Layer {}

  /** {@code [batch, c, h, w] -> [batch, c, h', w']}: the largest value under a square kernel. */
  record MaxPool(int kernel, int stride, int padding) implements Layer {}

  /**
   * {@code [batch, in, h, w] -> [batch, out, h', w']} without weights: every {@code stride}-th
   * pixel, and new channels of zeros, half of them in front (He et al., CVPR 2016, option A).
   */
  record PadShortcut(int in, int out, int stride) implements Layer {}

  /**
   * body(x) + shortcut(x).
   *
   * @param body at least one layer
   * @param shortcut none for x itself
   */
  record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public Stream<Layer> all() {
      return Stream.concat(
          Stream.of(this), Stream.concat(body.stream(), shortcut.stream()).flatMap(Layer::all));
    }
  }

  /** {@code [batch, c, h, w] -> [batch, c]}: the mean over the image. */
  record GlobalAveragePool() implements Layer {}

  /** {@code [batch, ...] -> [batch, size]}. */
  record Flatten() implements Layer {}
}
