package org.limbeck.train;

import java.util.function.BooleanSupplier;
import org.limbeck.nn.Compute;

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
  private final Compute compute;

  /** A trainer on one thread that nobody listens to and nothing stops. */
  public Trainer() {
    this(TrainingListener.NONE, () -> false, Compute.ONE_THREAD);
  }

  /**
   * A trainer.
   *
   * @param stop asked after each step; when true, the training is saved and stops
   * @param compute with what; results are the same to the bit only for the same
   */
  public Trainer(TrainingListener listener, BooleanSupplier stop, Compute compute) {
    this.listener = listener;
    this.stop = stop;
    this.compute = compute;
  }

  /**
   * Trains, going on from the task's checkpoint where there is one.
   *
   * @throws org.limbeck.LimbeckException if the loss is no longer finite, with advice
   * @throws TrainingStoppedException if it was asked to stop
   */
  public TrainedModel fit(TrainingTask task) {
    compute.use();
    int epochs = task.options().epochs();
    try (var run = new TrainingRun(task)) {
      run.resume();
      listener.onBegin(run.progress(), epochs);
      while (run.epochsDone() < epochs) {
        run.step();
        listener.onStep(run.progress());
        if (run.betweenEpochs()) {
          listener.onEpoch(run.lastEpoch(), epochs);
        }
        boolean stopping = stop.getAsBoolean() && run.epochsDone() < epochs;
        if (run.save(stopping)) {
          listener.onCheckpoint(run.epochsDone());
        }
        if (stopping) {
          throw new TrainingStoppedException(run.epochsDone());
        }
      }
      TrainedModel model = run.result();
      listener.onEnd(model);
      return model;
    }
  }
}
