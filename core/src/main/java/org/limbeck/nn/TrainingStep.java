package org.limbeck.nn;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** One step of training: forward, margin loss, backward, optimiser. */
public final class TrainingStep {
  private TrainingStep() {}

  /**
   * Takes a step, in the caller's scope.
   *
   * @param inputs normalised, {@code [batch, shape...]}
   * @param labelWeights r, float32 {@code [batch, classes]}
   * @param logCosts log c, float32 {@code [classes]}
   * @param learningRate of this step
   * @param step steps done before, from 0
   * @return the mean loss, float32 scalar
   */
  public static Tensor take(
      Network network,
      Optimiser optimiser,
      Tensor inputs,
      Tensor labelWeights,
      Tensor logCosts,
      double learningRate,
      long step) {
    ParameterArena parameters = network.parameters();
    Tensor scores = network.forward(inputs, true);
    try (var noGrad = new NoGradGuard()) {
      MarginLoss.Value loss = MarginLoss.withGradient(scores, labelWeights, logCosts);
      parameters.zeroGradients();
      Tensors.backward(scores, loss.gradient());
      parameters.collectGradients();
      optimiser.step(learningRate, step);
      return loss.mean();
    }
  }
}
