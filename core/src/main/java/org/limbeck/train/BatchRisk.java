package org.limbeck.train;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.Strata;

/**
 * Risks as one training batch shows them: V_u = sum_i sum_{y: (y, g_i) in u} r_iy l(y, z_i) /
 * (batch pi_u), without bias also for parts that the batch lacks, whose V is 0.
 */
final class BatchRisk {
  private BatchRisk() {}

  /**
   * The risks under cross-entropy, in nats.
   *
   * @param scores z, float32 {@code [batch, classes]}
   * @param labelWeights whose first row is r, float32 {@code [batch, classes or more]}
   * @param groups of the batch; empty where there are none
   */
  static double[] of(
      Tensor scores, Tensor labelWeights, Strata strata, int[] groups, ClassPrior prior) {
    int classes = (int) scores.size(1);
    Tensor rows = labelWeights.narrow(1, 0, classes);
    float[] losses = Tensors.toFloats(torch.log_softmax(scores.detach(), 1).mul(rows).neg());
    var risk = new double[prior.classes()];
    for (int i = 0; i < losses.length; i++) {
      int group = groups.length == 0 ? 0 : groups[i / classes];
      risk[strata.of(i % classes, group)] += losses[i];
    }
    for (int u = 0; u < risk.length; u++) {
      risk[u] /= scores.size(0) * prior.of(u);
    }
    return risk;
  }
}
