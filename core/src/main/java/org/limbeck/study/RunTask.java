package org.limbeck.study;

import org.limbeck.data.Dataset;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.objective.Objective;

/**
 * A run to do, with what its spec only names.
 *
 * @param spec what decides the outcome
 * @param plan of its role
 * @param objective what is minimised
 * @param data the splits
 */
record RunTask(RunSpec spec, RolePlan plan, Objective objective, Dataset data) {
  /** Below this size a step takes the same time whatever the network. */
  private static final double SMALL = 20_000;

  /** What is trained. */
  NetworkDescription network() {
    return NetworkDescription.of(
        plan.network(), data.shape(), data.classes(), data.normalisation());
  }

  /** About how long an epoch takes, in units that are the same for all runs of a study. */
  double workOfAnEpoch() {
    return Math.max(1, network().parameters() / SMALL);
  }
}
