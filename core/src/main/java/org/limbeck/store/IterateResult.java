package org.limbeck.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.train.Snapshot;

/**
 * One iterate of a run, with its results.
 *
 * @param epoch from 1; 0 for a foreign teacher, which has no epochs and no objective
 * @param validationObjective the run's objective on validation
 * @param costs c that it was trained with, {@code [classes]}; empty where they are unknown
 * @param validation results that choices may use; null where a foreign teacher has no scores
 * @param test results for the report only; null where a foreign teacher has no scores
 */
public record IterateResult(
    int epoch,
    double validationObjective,
    List<Double> costs,
    @Nullable SplitResult validation,
    @Nullable SplitResult test) {
  public IterateResult {
    costs = List.copyOf(costs);
  }

  public static IterateResult of(Snapshot snapshot, SplitResult validation, SplitResult test) {
    return new IterateResult(
        snapshot.epoch(),
        snapshot.validationObjective(),
        Arrays.stream(snapshot.costs()).boxed().toList(),
        validation,
        test);
  }
}
