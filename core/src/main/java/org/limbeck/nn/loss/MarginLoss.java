package org.limbeck.nn.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The margin loss l_c(r, z) = -sum_y r_y log softmax(z - log c)_y.
 *
 * <p>Its minimiser is z_y = log(c_y eta_y) + const, so the plain argmax of the scores is the
 * cost-sensitive rule: costs are used in training only. Source: Narasimhan &amp; Menon, <i>Training
 * over-parameterized models with non-decomposable objectives</i>, NeurIPS 2021; docs/method.md,
 * section 2.
 */
public final class MarginLoss {
  private MarginLoss() {}

  /**
   * The loss of each example, differentiable in the scores.
   *
   * @param logits scores z, float32 {@code [batch, classes]}
   * @param labelWeights r, float32 {@code [batch, classes]}
   * @param logCosts log c, float32 {@code [classes]}; adding a constant changes nothing
   * @return float32 {@code [batch]}
   */
  public static Tensor perExample(Tensor logits, Tensor labelWeights, Tensor logCosts) {
    return torch.log_softmax(logits.sub(logCosts), 1).mul(labelWeights).sum(1).neg();
  }

  /**
   * The mean loss and its gradient with respect to the scores, (softmax(z - log c) - r) / batch,
   * outside autograd.
   *
   * @param mean float32 scalar
   * @param gradient float32 {@code [batch, classes]}
   */
  public record Value(Tensor mean, Tensor gradient) {}

  /** The loss of a step under fixed costs; log c is read at each step. */
  public static StepLoss under(Tensor logCosts) {
    return (scores, labelWeights) -> withGradient(scores, labelWeights, logCosts);
  }

  /**
   * The mean loss with its gradient in closed form, for label weights whose rows sum to 1.
   *
   * <p>Arguments as for {@link #perExample}. Call it without gradient recording.
   */
  public static Value withGradient(Tensor logits, Tensor labelWeights, Tensor logCosts) {
    /*
     * One softmax serves both. Letting autograd differentiate the loss costs five more nodes: a
     * fifth of the step of a small network (docs/design-decisions.md, "The step").
     */
    Tensor logProbabilities = torch.log_softmax(logits.sub(logCosts), 1);
    var perBatch = new Scalar(1.0 / logits.size(0));
    Tensor gradient = logProbabilities.exp().sub_(labelWeights).mul_(perBatch);
    Tensor mean = logProbabilities.mul_(labelWeights).sum().neg_().mul_(perBatch);
    return new Value(mean, gradient);
  }
}
