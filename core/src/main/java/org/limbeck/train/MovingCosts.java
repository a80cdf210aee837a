package org.limbeck.train;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.Measure;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;

/**
 * The costs of a training: fixed by most objectives, moved with the multipliers by the robust one.
 */
final class MovingCosts implements AutoCloseable {
  private final Objective objective;
  private final ClassPrior prior;
  private final Tensor logCosts;
  private Multipliers multipliers;

  MovingCosts(Objective objective, ClassPrior prior) {
    this.objective = objective;
    this.prior = prior;
    multipliers = Multipliers.uniform(prior.classes());
    try (var scope = new PointerScope()) {
      logCosts = Tensors.keep(ComputeDevice.here(torch.zeros(prior.classes())));
    }
    refresh();
  }

  /** log c, float32 {@code [classes]}; the same tensor throughout. */
  Tensor logCosts() {
    return logCosts;
  }

  double[] costs() {
    double[] costs = objective.costs(prior, lambda());
    for (int y = 0; y < costs.length; y++) {
      // A cost may vanish where alpha = 1 and lambda underflows; its log must stay finite.
      costs[y] = Math.max(costs[y], Double.MIN_NORMAL);
    }
    return costs;
  }

  double[] lambda() {
    return multipliers.values(
        objective instanceof Robust robust ? robust.multipliers().floor() : 0);
  }

  double[] logMultipliers() {
    return multipliers.logValues();
  }

  /** What the objective measures on validation. */
  Measure measure() {
    return objective instanceof Robust robust ? robust.multipliers().measure() : Measure.ZERO_ONE;
  }

  /** The value of the objective for class risks on validation. */
  double value(double[] classRisk) {
    return objective.value(prior, classRisk);
  }

  /** Whether an update is due after {@code steps} steps of the run within an epoch. */
  boolean dueAfterStep(long steps) {
    return objective instanceof Robust robust
        && robust.multipliers().updateEvery() > 0
        && steps % robust.multipliers().updateEvery() == 0;
  }

  /** How many updates within epochs were due before the {@code steps}-th step's. */
  long updates(long steps) {
    return objective instanceof Robust robust ? steps / robust.multipliers().updateEvery() - 1 : 0;
  }

  /** Validation examples that an update within an epoch looks at; 0 for all. */
  int sampleSize() {
    return objective instanceof Robust robust ? robust.multipliers().sample() : 0;
  }

  /** Whether an update is due at the end of an epoch. */
  boolean dueAfterEpoch() {
    return objective instanceof Robust robust && robust.multipliers().updateEvery() == 0;
  }

  /** One exponentiated-gradient update with the class risks V. */
  void update(double[] classRisk) {
    if (objective instanceof Robust robust) {
      MultiplierOptions options = robust.multipliers();
      multipliers = multipliers.updated(classRisk, options.gamma(), options.memory());
      refresh();
    }
  }

  /** Goes back to saved multipliers. */
  void restore(double[] logMultipliers) {
    multipliers = Multipliers.ofLog(logMultipliers);
    refresh();
  }

  private void refresh() {
    double[] costs = costs();
    var logs = new float[costs.length];
    for (int y = 0; y < logs.length; y++) {
      logs[y] = (float) Math.log(costs[y]);
    }
    try (var scope = new PointerScope()) {
      Tensors.copy(logs, logCosts);
    }
  }

  @Override
  public void close() {
    Tensors.release(logCosts);
  }
}
