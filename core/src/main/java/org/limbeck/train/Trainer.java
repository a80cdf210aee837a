package org.limbeck.train;

import java.util.function.BooleanSupplier;

/**
 * The one training loop, for teachers and students alike: they differ in the label weights of their
 * {@link TrainingTask}.
 *
 * <p>Memory: everything native lives inside one call of {@link #fit}; its result is plain Java.
 * Several calls may run at once on different threads.
 */
public final class Trainer {
  private final TrainingListener listener;
  private final BooleanSupplier stop;

  /** A trainer that nobody listens to and nothing stops. */
  public Trainer() {
    this(TrainingListener.NONE, () -> false);
  }

  /**
   * A trainer.
   *
   * @param stop asked after each epoch; when true, the training is saved and stops
   */
  public Trainer(TrainingListener listener, BooleanSupplier stop) {
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * Trains, going on from the task's checkpoint where there is one.
   *
   * @throws org.limbeck.LimbeckException if the loss is no longer finite, with advice
   * @throws TrainingStoppedException if it was asked to stop
   */
  public TrainedModel fit(TrainingTask task) {
    try (var run = new TrainingRun(task)) {
      run.resume();
      listener.onBegin(run.epochsDone(), task.options().epochs());
      while (run.epochsDone() < task.options().epochs()) {
        EpochRecord epoch = run.epoch();
        listener.onEpoch(epoch, task.options().epochs());
        boolean stopping = stop.getAsBoolean() && run.epochsDone() < task.options().epochs();
        if (run.save(stopping)) {
          listener.onCheckpoint(epoch.epoch());
        }
        if (stopping) {
          throw new TrainingStoppedException(epoch.epoch());
        }
      }
      TrainedModel model = run.result();
      listener.onEnd(model);
      return model;
    }
  }
}
