package org.limbeck.train;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.nn.ClassLoss;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.MarginLoss;
import org.limbeck.nn.StepLoss;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.Form;
import org.limbeck.objective.Measure;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
import org.limbeck.objective.Objective;
import org.limbeck.objective.RiskSource;

/**
 * The costs of a training and the loss that they make: fixed by most objectives, moved with the
 * multipliers by others.
 */
final class MovingCosts implements AutoCloseable {
  private final Objective objective;
  private final @Nullable MultiplierOptions options;
  private final ClassPrior prior;
  private final long firstStep;
  private final Tensor values;
  private final Tensor zeros;
  private final @Nullable Tensor margins;
  private final StepLoss loss;
  private Multipliers multipliers;
  private long steps;

  /**
   * The costs at the first step.
   *
   * @param totalSteps of the run
   */
  MovingCosts(Objective objective, ClassPrior prior, LossOptions extras, long totalSteps) {
    this.objective = objective;
    this.prior = prior;
    options = objective.multipliers();
    firstStep = Math.round(extras.costsFrom() * totalSteps);
    multipliers = objective.start(prior);
    try (var scope = new PointerScope()) {
      values = Tensors.keep(ComputeDevice.here(torch.zeros(prior.classes())));
      zeros = Tensors.keep(values.clone());
      margins = extras.margins().isEmpty() ? null : Tensors.keep(tensor(extras));
    }
    loss = loss(extras);
    refresh();
  }

  private static Tensor tensor(LossOptions extras) {
    var floats = new float[extras.margins().size()];
    for (int y = 0; y < floats.length; y++) {
      floats[y] = extras.margins().get(y).floatValue();
    }
    return ComputeDevice.here(Tensors.of(floats, floats.length));
  }

  private StepLoss loss(LossOptions extras) {
    if (objective.form() == Form.MARGIN && extras.plain()) {
      return MarginLoss.under(values);
    }
    boolean margin = objective.form() == Form.MARGIN;
    return new ClassLoss(
        margin ? values : zeros,
        margin ? null : values,
        margins,
        extras.softShare(),
        extras.temperature());
  }

  /** The loss under the costs of now. */
  StepLoss loss() {
    return loss;
  }

  double[] costs() {
    if (steps < firstStep) {
      var ones = new double[prior.classes()];
      Arrays.fill(ones, 1.0);
      return ones;
    }
    double[] costs = objective.costs(prior, lambda());
    for (int y = 0; y < costs.length; y++) {
      // A cost may vanish where alpha = 1 and lambda underflows; its log must stay finite.
      costs[y] = Math.max(costs[y], Double.MIN_NORMAL);
    }
    return costs;
  }

  double[] lambda() {
    return multipliers.values(options == null ? 0 : options.floor());
  }

  double[] logMultipliers() {
    return multipliers.logValues();
  }

  /** What the objective measures on validation. */
  Measure measure() {
    return options == null || onBatches() ? Measure.ZERO_ONE : options.measure();
  }

  /** The value of the objective for class risks on validation. */
  double value(double[] classRisk) {
    return objective.value(prior, classRisk);
  }

  /** Whether each step's batch moves the multipliers. */
  boolean onBatches() {
    return options != null && options.source() == RiskSource.TRAINING_BATCH;
  }

  /** Hears that a step was done: costs that come late begin to count. */
  void stepped(long done) {
    boolean begins = steps < firstStep && done >= firstStep;
    steps = done;
    if (begins) {
      refresh();
    }
  }

  /** Whether an update from validation is due after {@code done} steps within an epoch. */
  boolean dueAfterStep(long done) {
    return options != null
        && !onBatches()
        && options.updateEvery() > 0
        && done > firstStep
        && done % options.updateEvery() == 0;
  }

  /** How many updates within epochs were due before the {@code done}-th step's. */
  long updates(long done) {
    return options == null ? 0 : done / options.updateEvery() - 1;
  }

  /** Validation examples that an update within an epoch looks at; 0 for all. */
  int sampleSize() {
    return options == null ? 0 : options.sample();
  }

  /** Whether an update is due at the end of an epoch. */
  boolean dueAfterEpoch() {
    return options != null && options.updateEvery() == 0 && steps > firstStep;
  }

  /** One update with the class risks V. */
  void update(double[] classRisk) {
    multipliers = objective.moved(multipliers, prior, classRisk);
    refresh();
  }

  /** Goes back to saved multipliers. */
  void restore(double[] logMultipliers, long done) {
    multipliers = Multipliers.ofLog(logMultipliers);
    steps = done;
    refresh();
  }

  private void refresh() {
    double[] costs = costs();
    boolean logs = objective.form() == Form.MARGIN;
    var floats = new float[costs.length];
    for (int y = 0; y < floats.length; y++) {
      floats[y] = (float) (logs ? Math.log(costs[y]) : costs[y]);
    }
    try (var scope = new PointerScope()) {
      Tensors.copy(floats, values);
    }
  }

  @Override
  public void close() {
    if (margins != null) {
      Tensors.release(margins);
    }
    Tensors.release(zeros);
    Tensors.release(values);
  }
}
