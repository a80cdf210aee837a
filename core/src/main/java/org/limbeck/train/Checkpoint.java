package org.limbeck.train;

import java.util.List;
import org.limbeck.nn.StateDict;

/**
 * A training between two epochs: enough to go on and end bit-identical to one never stopped.
 *
 * <p>Random state needs no place of its own: the order of an epoch is drawn from (seed, epoch).
 *
 * @param last the iterate now
 * @param best the best iterate so far
 * @param optimiser the optimiser's state
 * @param steps optimiser steps done
 * @param history of the epochs done
 */
public record Checkpoint(
    Snapshot last, Snapshot best, StateDict optimiser, long steps, List<EpochRecord> history) {
  public Checkpoint {
    history = List.copyOf(history);
  }
}
