package org.limbeck.train;

import org.limbeck.nn.StateDict;

/**
 * A network as it stood after an epoch.
 *
 * @param epoch from 1
 * @param validationObjective the run's objective on validation then
 * @param state its weights
 * @param costs c that its last step was trained with, {@code [classes]}
 * @param logMultipliers log lambda then, {@code [classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record Snapshot(
    int epoch,
    double validationObjective,
    StateDict state,
    double[] costs,
    double[] logMultipliers) {}
