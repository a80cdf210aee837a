package org.limbeck.nn;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.nn.loss.MarginLoss;
import org.limbeck.nn.loss.StepLoss;

/** One step of training: forward, loss, backward, optimiser. */
public final class TrainingStep {
  private TrainingStep() {}

  /**
   * What came out of a step, in the caller's scope.
   *
   * @param loss the mean, float32 scalar
   * @param scores z before the update, float32 {@code [batch, classes]}
   */
  public record Outcome(Tensor loss, Tensor scores) {}

  /**
   * Takes a step, in the caller's scope.
   *
   * @param inputs normalised, {@code [batch, shape...]}
   * @param labelWeights r, as the loss wants them
   * @param loss of the scores
   * @param learningRate of this step
   * @param step steps done before, from 0
   */
  public static Outcome take(
      Network network,
      Optimiser optimiser,
      Tensor inputs,
      Tensor labelWeights,
      StepLoss loss,
      double learningRate,
      long step) {
    ParameterArena parameters = network.parameters();
    Tensor scores = network.forward(inputs, true);
    try (var noGrad = new NoGradGuard()) {
      MarginLoss.Value value = loss.of(scores, labelWeights);
      parameters.zeroGradients();
      Tensors.backward(scores, value.gradient());
      parameters.collectGradients();
      optimiser.step(learningRate, step);
      return new Outcome(value.mean(), scores);
    }
  }
}
