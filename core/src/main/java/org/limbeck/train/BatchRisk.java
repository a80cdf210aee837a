package org.limbeck.train;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.ClassPrior;

/**
 * Class risks as one training batch shows them: V_y = sum_i r_iy l(y, z_i) / (batch pi_y), without
 * bias also for classes that the batch lacks, whose V is 0.
 */
final class BatchRisk {
  private BatchRisk() {}

  /**
   * The risks under cross-entropy, in nats.
   *
   * @param scores z, float32 {@code [batch, classes]}
   * @param labelWeights whose first row is r, float32 {@code [batch, classes or more]}
   */
  static double[] of(Tensor scores, Tensor labelWeights, ClassPrior prior) {
    int classes = prior.classes();
    Tensor rows = labelWeights.narrow(1, 0, classes);
    Tensor sums = torch.log_softmax(scores.detach(), 1).mul(rows).sum(0);
    float[] logLikelihoods = Tensors.toFloats(sums);
    var risk = new double[classes];
    for (int y = 0; y < classes; y++) {
      risk[y] = -logLikelihoods[y] / (scores.size(0) * prior.of(y));
    }
    return risk;
  }
}
