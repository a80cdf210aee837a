package org.limbeck.study;

import org.limbeck.data.Dataset;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.store.PlannedRun;
import org.limbeck.store.RunSpec;

/**
 * A run to do, with the plan and the data that its spec only names.
 *
 * @param planned the run
 * @param plan of its role
 * @param data the splits
 */
record RunTask(PlannedRun planned, RolePlan plan, Dataset data) {
  /** Below this size a step takes the same time whatever the network. */
  private static final double SMALL = 20_000;

  /**
   * A rule after training takes about as long as this number of epochs of a small network on a
   * table.
   */
  private static final double SHIFT_OF_ROWS = 50;

  private static final double SHIFT_OF_IMAGES = 1;

  /** The run's id. */
  String id() {
    return planned.id();
  }

  /** What decides the outcome. */
  RunSpec spec() {
    return planned.spec();
  }

  /** Whether a network is trained; if not, a trained one's scores are changed. */
  boolean trains() {
    return spec().recipe().postHoc().rule() == PostHocOptions.Rule.NONE;
  }

  /** The spec of the run whose network a post-hoc rule changes. */
  RunSpec trained() {
    return spec().with(spec().recipe().trained());
  }

  /** What is trained. */
  NetworkDescription network() {
    return NetworkDescription.of(
        plan.network(), data.shape(), data.classes(), data.normalisation());
  }

  /** About how long an epoch takes, in units that are the same for all runs of a study. */
  double workOfAnEpoch() {
    return Math.max(1, network().parameters() / SMALL);
  }

  /** About how long the run takes, in the same units. */
  double work() {
    if (trains()) {
      return spec().train().epochs() * workOfAnEpoch();
    }
    return plan.network().forImages() ? SHIFT_OF_IMAGES : SHIFT_OF_ROWS;
  }
}
