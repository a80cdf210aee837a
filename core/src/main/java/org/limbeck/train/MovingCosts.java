package org.limbeck.train;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.loss.ClassLoss;
import org.limbeck.nn.loss.MarginLoss;
import org.limbeck.nn.loss.StepLoss;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

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
  private final LossOptions extras;
  private final Strata strata;
  private final boolean byGroup;
  private final int rows;
  private final int classes;
  private final double[] mass;
  private Multipliers multipliers;
  private long steps;

  /**
   * The costs at the first step.
   *
   * @param prior of the strata
   * @param totalSteps of the run
   */
  MovingCosts(TrainingTask task, ClassPrior prior, long totalSteps) {
    objective = task.objective();
    extras = task.loss();
    strata = task.strata();
    this.prior = prior;
    int[] groups = task.train().groups();
    byGroup = strata.by() != Strata.By.CLASS;
    rows = byGroup ? strata.groupNames().size() : 1;
    classes = task.network().classes();
    mass = byGroup ? cells().mass(task.targets().base(), groups) : new double[0];
    options = objective.multipliers();
    firstStep = Math.round(extras.costsFrom() * totalSteps);
    multipliers = objective.start(prior);
    try (var scope = new PointerScope()) {
      values = Tensors.keep(ComputeDevice.here(torch.zeros(rows, classes)));
      zeros = Tensors.keep(ComputeDevice.here(torch.zeros(1, classes)));
      margins = extras.margins().isEmpty() ? null : Tensors.keep(tensor(extras));
    }
    refresh();
  }

  private static Tensor tensor(LossOptions extras) {
    var floats = new float[extras.margins().size()];
    for (int y = 0; y < floats.length; y++) {
      floats[y] = extras.margins().get(y).floatValue();
    }
    return ComputeDevice.here(Tensors.of(floats, floats.length));
  }

  private Strata cells() {
    return new Strata(Strata.By.CLASS_AND_GROUP, strata.classNames(), strata.groupNames());
  }

  /**
   * The loss of a batch under the costs of now, in the caller's scope.
   *
   * @param groups of its examples; empty where there are none
   */
  StepLoss loss(int[] groups) {
    boolean margin = objective.form() == Objective.Form.MARGIN;
    Tensor chosen =
        byGroup ? values.index_select(0, ComputeDevice.here(Tensors.of(groups))) : values;
    if (margin && extras.plain()) {
      return MarginLoss.under(chosen);
    }
    return new ClassLoss(
        margin ? chosen : zeros,
        margin ? null : chosen,
        margins,
        extras.softShare(),
        extras.temperature());
  }

  /** What the costs come to for each class. */
  double[] ofClasses() {
    return strata.ofClasses(costs(), mass);
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
  MultiplierOptions.Measure measure() {
    return options == null || onBatches() ? MultiplierOptions.Measure.ZERO_ONE : options.measure();
  }

  /** The value of the objective for class risks on validation. */
  double value(double[] classRisk) {
    return objective.value(prior, classRisk);
  }

  /** Whether the batch of the step to come moves the multipliers. */
  boolean dueOnBatch() {
    return onBatches() && steps >= firstStep;
  }

  private boolean onBatches() {
    return options != null && options.source() == MultiplierOptions.RiskSource.TRAINING_BATCH;
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

  /** Pseudo-examples that smooth the class risks of an update. */
  double smoothing() {
    return options == null ? 0 : options.smoothing();
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
    boolean logs = objective.form() == Objective.Form.MARGIN;
    var floats = new float[rows * classes];
    for (int i = 0; i < floats.length; i++) {
      double cost = costs[strata.of(i % classes, i / classes)];
      floats[i] = (float) (logs ? Math.log(cost) : cost);
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
