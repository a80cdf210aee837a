package org.limbeck.train;

import java.util.Optional;

/** Keeps the newest checkpoint of a training. */
public interface CheckpointStore {
  /**
   * Whether to save now; asked after each step.
   *
   * @param epochEnded whether the step was the last of its epoch
   * @param secondsSinceLast wall time since the last save, or the beginning
   */
  boolean due(boolean epochEnded, double secondsSinceLast);

  /** Saves, all or nothing, replacing what was saved before. */
  void save(Checkpoint checkpoint);

  /** What was saved last and is still whole. */
  Optional<Checkpoint> load();
}
