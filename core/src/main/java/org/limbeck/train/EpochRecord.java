package org.limbeck.train;

/**
 * What happened in one epoch.
 *
 * @param epoch from 1
 * @param learningRate of its last step
 * @param trainLoss mean margin loss over its steps, in nats; its costs move with the multipliers
 * @param validationObjective the run's objective on validation, of the 0-1 class errors unless the
 *     objective measures cross-entropy
 * @param validationLoss mean cross-entropy on validation labels, in nats
 * @param classErrors 0-1 error of each class on validation, {@code [classes]}
 * @param multipliers lambda after the epoch, {@code [classes]}; uniform where nothing moves them
 * @param seconds wall time, validation included
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record EpochRecord(
    int epoch,
    double learningRate,
    double trainLoss,
    double validationObjective,
    double validationLoss,
    double[] classErrors,
    double[] multipliers,
    double seconds) {}
