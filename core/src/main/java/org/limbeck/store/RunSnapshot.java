package org.limbeck.store;

import java.util.List;
import java.util.Optional;
import org.limbeck.train.EpochRecord;

/**
 * A run of a study at one moment.
 *
 * @param run what it is; its ids are those of the directory only if a run on the same splits has
 *     begun, since ids depend on the data
 * @param state how far it is
 * @param validation the results of the finished run on validation; empty before
 * @param history its epochs: all of them if it is finished, else those until the last checkpoint
 */
public record RunSnapshot(
    PlannedRun run, State state, Optional<SplitResult> validation, List<EpochRecord> history) {
  /** How far a run is. */
  public enum State {
    /** Nothing of it is there. */
    PLANNED,
    /** It has begun: it is in work, or was interrupted. */
    BEGUN,
    /** It is finished, and its files are intact. */
    FINISHED
  }

  public RunSnapshot {
    history = List.copyOf(history);
  }

  /** Whether it is in this state. */
  public boolean is(State other) {
    return state == other;
  }
}
