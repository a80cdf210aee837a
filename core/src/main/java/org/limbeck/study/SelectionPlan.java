package org.limbeck.study;

import org.jspecify.annotations.Nullable;

/**
 * How the combination to ship is chosen, on validation: the best worst-class accuracy among those
 * that reach the floor.
 *
 * @param minAccuracy floor on the mean validation accuracy, in [0, 1], or none
 * @param exportSeed the seed whose student is exported, or null for the first
 */
public record SelectionPlan(@Nullable Double minAccuracy, @Nullable Long exportSeed) {
  /** No floor, first seed. */
  public static final SelectionPlan DEFAULT = new SelectionPlan(null, null);

  public SelectionPlan {
    if (minAccuracy != null && !(minAccuracy >= 0 && minAccuracy <= 1)) {
      throw new IllegalArgumentException("minAccuracy: expected [0, 1], found " + minAccuracy);
    }
  }
}
