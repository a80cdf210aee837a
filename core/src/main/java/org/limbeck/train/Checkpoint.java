package org.limbeck.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.nn.StateDict;

/**
 * A training between two steps: enough to resume it and end bit-identical to one never stopped.
 *
 * <p>Random state is not part of it: order and views of an epoch are drawn from (seed, epoch), the
 * sample of a multiplier update from its number.
 *
 * @param network its state now
 * @param optimiser the optimiser's state
 * @param logMultipliers log lambda now, {@code [classes]}
 * @param costs c of the last step, {@code [classes]}
 * @param steps optimiser steps done
 * @param lossSum of the steps of the current epoch
 * @param epochSeconds wall time of the current epoch so far
 * @param best the best iterate so far, if validation has been scored
 * @param average of the iterates so far, where they are averaged
 * @param history of the epochs done
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record Checkpoint(
    StateDict network,
    StateDict optimiser,
    double[] logMultipliers,
    double[] costs,
    long steps,
    float lossSum,
    double epochSeconds,
    @Nullable Snapshot best,
    @Nullable MeanState average,
    List<EpochRecord> history) {
  public Checkpoint {
    history = List.copyOf(history);
  }
}
