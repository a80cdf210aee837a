package org.limbeck.train;

import java.util.function.BooleanSupplier;
import org.limbeck.nn.Compute;

/**
 * The one training loop, for teachers and students alike: they differ in the label weights of their
 * {@link TrainingTask}.
 *
 * <p>Memory: the engine lives inside one call of {@link #fit}; its result is plain Java. Several
 * calls may run at once on different threads.
 */
public final class Trainer {
  private final StepEngine.Factory engines;
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final Compute compute;

  /** A trainer on one thread, without a listener, that nothing stops. */
  public Trainer(StepEngine.Factory engines) {
    this(engines, TrainingListener.NONE, () -> false, Compute.ONE_THREAD);
  }

  /**
   * A trainer.
   *
   * @param engines opens the engine of each training
   * @param stop asked after each step; when true, the training is saved and stops
   * @param compute threads and device; results are the same to the bit only for the same ones
   */
  public Trainer(
      StepEngine.Factory engines,
      TrainingListener listener,
      BooleanSupplier stop,
      Compute compute) {
    this.engines = engines;
    this.listener = listener;
    this.stop = stop;
    this.compute = compute;
  }

  /**
   * Trains; resumes from the task's checkpoint where there is one.
   *
   * @throws org.limbeck.LimbeckException if the loss is no longer finite, with advice
   * @throws TrainingStoppedException if it was asked to stop
   */
  public TrainedModel fit(TrainingTask task) {
    compute.use();
    int epochs = task.options().epochs();
    var state = new TrainingState(task);
    try (StepEngine engine = engines.open(task)) {
      var run = new TrainingRun(state, engine);
      run.resume();
      listener.onBegin(state.progress(), epochs);
      while (state.epochsDone() < epochs) {
        run.step();
        listener.onStep(state.progress());
        if (state.betweenEpochs()) {
          listener.onEpoch(state.history().get(state.epochsDone() - 1), epochs);
        }
        boolean stopping = stop.getAsBoolean() && state.epochsDone() < epochs;
        if (run.save(stopping)) {
          listener.onCheckpoint(state.epochsDone());
        }
        if (stopping) {
          throw new TrainingStoppedException(state.epochsDone());
        }
      }
      TrainedModel model = state.model();
      listener.onEnd(model);
      return model;
    }
  }
}
