package org.limbeck.nn;

/**
 * One layer of a network: what the forward pass runs and the ONNX export walks.
 *
 * <p>Layers with weights carry a name, the prefix of their entries in the state.
 */
public sealed interface Layer {

  /**
   * {@code [batch, in] -> [batch, out]}: x W' + b, with {@code name.weight} and {@code name.bias}.
   */
  record Linear(String name, int in, int out) implements Layer {}

  /**
   * {@code [batch, in, h, w] -> [batch, out, h', w']}, square kernel, no bias: a norm follows.
   * Weights: {@code name.weight [out, in, kernel, kernel]}.
   */
  record Convolution(String name, int in, int out, int kernel, int stride, int padding)
      implements Layer {}

  /**
   * Batch normalisation over channels (Ioffe &amp; Szegedy, ICML 2015), eps 1e-5, momentum 0.1:
   * {@code name.weight}, {@code name.bias}, and the running {@code name.mean}, {@code
   * name.variance}.
   */
  record BatchNorm(String name, int channels) implements Layer {
    /** Added to the variance. */
    public static final double EPSILON = 1e-5;

    /** Share of the newest batch in the running statistics. */
    public static final double MOMENTUM = 0.1;
  }

  /** max(x, 0). */
  record Relu() implements Layer {}

  /** {@code [batch, c, h, w] -> [batch, c]}: the mean over the image. */
  record GlobalAveragePool() implements Layer {}

  /** {@code [batch, ...] -> [batch, size]}. */
  record Flatten() implements Layer {}
}
