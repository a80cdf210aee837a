package org.limbeck.train;

import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.nn.StateDict;

/** One training, step by step: what to do next, and what the engine's answers change. */
final class TrainingRun {
  private final TrainingTask task;
  private final TrainingState state;
  private final StepEngine engine;
  private long lastSave = System.nanoTime();

  TrainingRun(TrainingState state, StepEngine engine) {
    task = state.task();
    this.state = state;
    this.engine = engine;
  }

  /** Goes back to the newest checkpoint, where there is one. */
  void resume() {
    if (task.checkpoints() != null) {
      task.checkpoints().load().filter(this::fits).ifPresent(this::restore);
    }
  }

  /** Whether a checkpoint is of this very network; one of another build counts as none. */
  private boolean fits(Checkpoint checkpoint) {
    Snapshot saved = checkpoint.best();
    return checkpoint.network().fits(task.network().entries())
        && (saved == null || saved.state().fits(task.network().entries()));
  }

  private void restore(Checkpoint checkpoint) {
    engine.restore(
        new StepEngine.State(checkpoint.network(), checkpoint.optimiser(), checkpoint.lossSum()));
    state.restore(checkpoint);
  }

  /** Does one step, and what is due after it. */
  void step() {
    if (state.betweenEpochs()) {
      state.beginEpoch();
      engine.startEpoch(state.epoch(), state.stepOfEpoch());
    }
    boolean endsEpoch = state.atLastStep();
    double rate = state.learningRate();
    state.beginStep();
    MovingCosts costs = state.costs();
    boolean measured = costs.dueOnBatch();
    BatchLosses losses = engine.step(state.steps(), rate, costs.ofStrata(), measured);
    if (measured) {
      costs.update(finite(state.batchRisk(losses)));
    }
    state.endStep();
    if (costs.dueAfterStep(state.steps())) {
      update(validated(state.validation().sample(state.steps())));
    }
    if (endsEpoch) {
      endEpoch(rate);
    }
  }

  private void update(Validation outcome) {
    state.costs().update(state.validation().updateRisk(outcome));
  }

  private Validation validated(int[] chosen) {
    float[] logProbabilities = engine.logProbabilities(chosen);
    for (float value : logProbabilities) {
      requireFinite(value);
    }
    return Validation.of(chosen, logProbabilities, task.network().classes());
  }

  private double[] finite(double[] risks) {
    for (double risk : risks) {
      requireFinite((float) risk);
    }
    return risks;
  }

  private void requireFinite(float value) {
    if (!Float.isFinite(value)) {
      throw new LimbeckException(
          ("the loss is not finite in epoch %d: training has diverged; use a smaller"
                  + " train.learningRate (now %s), a longer train.warmupEpochs, or a smaller"
                  + " multipliers.gamma")
              .formatted(state.epoch(), task.options().optimiser().learningRate()));
    }
  }

  private void endEpoch(double rate) {
    float sum = engine.endEpoch();
    requireFinite(sum);
    average();
    EpochRecord.Measured measured = state.validates() ? validate() : null;
    state.endEpoch(rate, sum / task.stepsPerEpoch(), measured);
  }

  /** Averages the iterates of the last epochs; the mean then stands for the last one. */
  private void average() {
    if (task.options().averages(state.epoch())) {
      @Nullable StateDict mean = state.average(engine.network());
      if (mean != null) {
        engine.load(mean);
      }
    }
  }

  private EpochRecord.Measured validate() {
    StateDict network = engine.network();
    requireFinite(network.finite() ? 0 : Float.NaN);
    Validation outcome = validated(state.validation().whole());
    EpochRecord.Measured measured = state.validation().measured(outcome);
    if (state.costs().dueAfterEpoch()) {
      update(outcome);
    }
    state.keep(network, measured.objective());
    return measured;
  }

  /** Saves a checkpoint if one is due or {@code force} is set; returns whether it did. */
  boolean save(boolean force) {
    CheckpointStore store = task.checkpoints();
    if (store == null || state.epochsDone() == task.options().epochs()) {
      return false;
    }
    double seconds = (System.nanoTime() - lastSave) / 1e9;
    if (!force && !store.due(state.betweenEpochs(), seconds)) {
      return false;
    }
    store.save(state.checkpoint(engine.state()));
    lastSave = System.nanoTime();
    return true;
  }
}
