package org.limbeck.nn;

import org.bytedeco.pytorch.Tensor;

/**
 * A network on LibTorch.
 *
 * <p>Memory: a network owns its parameters, gradients and statistics until {@link #close}. What
 * {@link #forward} returns belongs to the caller's {@link org.bytedeco.javacpp.PointerScope}; open
 * one for each step. A network is for one thread at a time.
 */
public interface Network extends AutoCloseable {

  /** What the network computes, without its weights. */
  NetworkDescription description();

  /** What it computes in: FP32 or BF16. */
  Precision precision();

  /**
   * The scores f(x), float32 {@code [batch, classes]}.
   *
   * @param input {@code [batch, shape...]}, normalised; images channels-last. It may be overwritten
   *     by a network that begins with a ReLU.
   * @param training whether norms use the batch's statistics and update the running ones
   */
  Tensor forward(Tensor input, boolean training);

  /** The trainable values and their gradients, as the optimiser sees them. */
  ParameterArena parameters();

  /** A copy of the whole state. */
  StateDict state();

  /**
   * Replaces the whole state.
   *
   * @throws org.limbeck.LimbeckException if names or sizes differ from the description's
   */
  void load(StateDict state);

  @Override
  void close();
}
