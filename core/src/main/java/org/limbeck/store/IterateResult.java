package org.limbeck.store;

import java.util.Arrays;
import java.util.List;
import org.limbeck.train.Snapshot;

/**
 * One iterate of a run, with its results.
 *
 * @param epoch from 1
 * @param validationObjective the run's objective on validation
 * @param costs c that it was trained with, {@code [classes]}
 * @param validation results that choices may use
 * @param test results for the report only
 */
public record IterateResult(
    int epoch,
    double validationObjective,
    List<Double> costs,
    SplitResult validation,
    SplitResult test) {
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
