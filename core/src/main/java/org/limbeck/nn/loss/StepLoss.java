package org.limbeck.nn.loss;

import org.bytedeco.pytorch.Tensor;

/** The loss of a training step, with its gradient. */
@FunctionalInterface
public interface StepLoss {
  /**
   * The mean loss of a batch and its gradient, outside autograd.
   *
   * @param scores z, float32 {@code [batch, classes]}
   * @param labelWeights one or two rows of r for each example, float32 {@code [batch, classes]} or
   *     {@code [batch, 2 classes]}
   */
  MarginLoss.Value of(Tensor scores, Tensor labelWeights);
}
