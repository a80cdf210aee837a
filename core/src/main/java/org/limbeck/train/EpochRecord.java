package org.limbeck.train;

import org.jspecify.annotations.Nullable;

/**
 * What happened in one epoch.
 *
 * @param epoch from 1
 * @param learningRate of its last step
 * @param trainLoss mean margin loss over its steps, in nats; its costs move with the multipliers
 * @param validation the measures of the whole validation split at its end; null where it was not
 *     scored
 * @param multipliers lambda after the epoch, {@code [classes]}; uniform where nothing moves them
 * @param seconds wall time, validation included
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record EpochRecord(
    int epoch,
    double learningRate,
    double trainLoss,
    @Nullable Measured validation,
    double[] multipliers,
    double seconds) {

  /**
   * A network on the validation split.
   *
   * @param objective the run's objective, of the 0-1 class errors unless the objective measures
   *     cross-entropy
   * @param loss mean cross-entropy of the labels, in nats
   * @param classErrors 0-1 error of each class, {@code [classes]}
   */
  @SuppressWarnings("ArrayRecordComponent") // short, read-only
  public record Measured(double objective, double loss, double[] classErrors) {}
}
