package org.limbeck.train;

/** Hears of a training as it goes on; called on the training thread, so be quick. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** Training begins, or goes on after {@code epochsDone} epochs of {@code epochs}. */
  default void onBegin(double epochsDone, int epochs) {}

  /**
   * A step has ended.
   *
   * @param epochsDone epochs done, with the share of the one in work
   */
  default void onStep(double epochsDone) {}

  /** An epoch has ended. */
  default void onEpoch(EpochRecord epoch, int epochs) {}

  /** A checkpoint was written, after {@code epochsDone} whole epochs and perhaps some steps. */
  default void onCheckpoint(int epochsDone) {}

  /** Training has ended. */
  default void onEnd(TrainedModel model) {}
}
