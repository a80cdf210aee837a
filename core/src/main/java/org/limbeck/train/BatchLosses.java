package org.limbeck.train;

import org.limbeck.objective.ClassPrior;

/**
 * The losses of one training batch by stratum: sum_i sum_{y: (y, g_i) in u} r_iy l(y, z_i) under
 * cross-entropy, in nats.
 *
 * @param sums {@code [strata]}
 * @param examples of the batch
 */
@SuppressWarnings("ArrayRecordComponent") // short, read once
public record BatchLosses(double[] sums, int examples) {
  /** Stands for the losses of a batch that were not asked for. */
  public static final BatchLosses NONE = new BatchLosses(new double[0], 0);

  /**
   * The risks V_u = sum_u / (examples pi_u): without bias also for strata that the batch lacks,
   * whose V is 0.
   *
   * @param prior pi of the strata in the whole training split
   */
  double[] risks(ClassPrior prior) {
    double[] risks = sums.clone();
    for (int u = 0; u < risks.length; u++) {
      risks[u] /= examples * prior.of(u);
    }
    return risks;
  }
}
