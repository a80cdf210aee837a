package org.limbeck.gate;

import java.util.Optional;

/**
 * All that the verdicts of a gate depend on.
 *
 * @param classes the counts of every class of the model
 * @param groups the counts of every group, where rows have groups
 * @param cells the counts of every class in every group, {@code group m + class}, where rows have
 *     groups
 * @param drops how candidate and baseline differ, where there is a baseline
 * @param gap the calibration gap with its approximate bounds, where the model gives scores
 */
public record GateCounts(
    PartCounts classes,
    Optional<PartCounts> groups,
    Optional<PartCounts> cells,
    Optional<DropCounts> drops,
    Optional<CalibrationGap> gap) {
  public GateCounts {
    drops.ifPresent(counts -> counts.check(classes));
  }

  /** Counts of classes alone. */
  public static GateCounts of(PartCounts classes) {
    return new GateCounts(
        classes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with a baseline. */
  public GateCounts withDrops(DropCounts counts) {
    return new GateCounts(classes, groups, cells, Optional.of(counts), gap);
  }
}
