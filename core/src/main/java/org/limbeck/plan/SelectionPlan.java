package org.limbeck.plan;

import org.jspecify.annotations.Nullable;
import org.limbeck.objective.Strata;

/**
 * How the combination to ship is chosen, on validation: the best accuracy of the worst class, group
 * or class in a group, among those that reach the floor.
 *
 * @param minAccuracy floor on the mean validation accuracy, in [0, 1], or none
 * @param exportSeed the seed whose student is exported, or null for the lowest
 * @param by what of which the worst decides; groups with few examples count as all others do
 */
public record SelectionPlan(@Nullable Double minAccuracy, @Nullable Long exportSeed, Strata.By by) {
  /** No floor, lowest seed, by class. */
  public static final SelectionPlan DEFAULT = new SelectionPlan(null, null);

  public SelectionPlan {
    if (minAccuracy != null && !(minAccuracy >= 0 && minAccuracy <= 1)) {
      throw new IllegalArgumentException("minAccuracy: expected [0, 1], found " + minAccuracy);
    }
  }

  /** By class. */
  public SelectionPlan(@Nullable Double minAccuracy, @Nullable Long exportSeed) {
    this(minAccuracy, exportSeed, Strata.By.CLASS);
  }

  /** The same choice without a floor. */
  public SelectionPlan withoutFloor() {
    return new SelectionPlan(null, exportSeed, by);
  }
}
