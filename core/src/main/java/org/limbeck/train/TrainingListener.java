package org.limbeck.train;

/**
 * Receives the events of a training; called on the training thread, so implementations must be
 * quick.
 */
public interface TrainingListener {
  /** Ignores all events. */
  TrainingListener NONE = new TrainingListener() {};

  /** Training begins, or resumes after {@code epochsDone} epochs of {@code epochs}. */
  default void onBegin(double epochsDone, int epochs) {}

  /**
   * A step has ended.
   *
   * @param epochsDone epochs done, with the share of the current one
   */
  default void onStep(double epochsDone) {}

  /** An epoch has ended. */
  default void onEpoch(EpochRecord epoch, int epochs) {}

  /** A checkpoint was written, after {@code epochsDone} whole epochs and perhaps some steps. */
  default void onCheckpoint(int epochsDone) {}

  /** Training has ended. */
  default void onEnd(TrainedModel model) {}
}
