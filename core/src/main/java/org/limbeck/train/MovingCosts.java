package org.limbeck.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.Strata;

/**
 * The costs of a training: fixed by most objectives, moved with the multipliers by others; and when
 * they move.
 */
final class MovingCosts {
  private final Objective objective;
  private final @Nullable MultiplierOptions options;
  private final ClassPrior prior;
  private final Strata strata;
  private final double[] mass;
  private final long firstStep;
  private Multipliers multipliers;
  private double[] costs;
  private long steps;

  /**
   * The costs at the first step.
   *
   * @param prior of the strata
   */
  MovingCosts(TrainingTask task, ClassPrior prior) {
    long totalSteps = (long) task.stepsPerEpoch() * task.options().epochs();
    firstStep = Math.round(task.loss().costsFrom() * totalSteps);
    objective = task.objective().ofTraining(updates(task, totalSteps, firstStep));
    options = objective.multipliers();
    strata = task.strata();
    this.prior = prior;
    mass =
        strata.by() == Strata.By.CLASS
            ? new double[0]
            : cells().mass(task.targets().base(), task.train().groups());
    multipliers = objective.start(prior);
    costs = computed();
  }

  /** How often validation moves the multipliers in the whole training. */
  private static long updates(TrainingTask task, long totalSteps, long firstStep) {
    MultiplierOptions options = task.objective().multipliers();
    if (options == null) {
      return 0;
    }
    long every = options.updateEvery() == 0 ? task.stepsPerEpoch() : options.updateEvery();
    return totalSteps / every - firstStep / every;
  }

  private Strata cells() {
    return new Strata(Strata.By.CLASS_AND_GROUP, strata.classNames(), strata.groupNames());
  }

  /** c of each stratum, all &gt; 0. */
  double[] ofStrata() {
    return costs.clone();
  }

  /** What the costs come to for each class. */
  double[] ofClasses() {
    return strata.ofClasses(ofStrata(), mass);
  }

  private double[] computed() {
    if (steps < firstStep) {
      var ones = new double[prior.classes()];
      Arrays.fill(ones, 1.0);
      return ones;
    }
    double[] now = objective.costs(prior, lambda());
    for (int y = 0; y < now.length; y++) {
      // A cost may vanish where alpha = 1 and lambda underflows; its log must stay finite.
      now[y] = Math.max(now[y], Double.MIN_NORMAL);
    }
    return now;
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

  /** Whether the batch of the next step moves the multipliers. */
  boolean dueOnBatch() {
    return onBatches() && steps >= firstStep;
  }

  private boolean onBatches() {
    return options != null && options.source() == MultiplierOptions.RiskSource.TRAINING_BATCH;
  }

  /** Counts the steps that are done: costs that come late begin to count. */
  void stepped(long done) {
    boolean begins = steps < firstStep && done >= firstStep;
    steps = done;
    if (begins) {
      costs = computed();
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

  /** The number of updates within epochs that were due before that of step {@code done}. */
  long updates(long done) {
    return options == null ? 0 : done / options.updateEvery() - 1;
  }

  /** Validation examples that an update within an epoch looks at; 0 for all. */
  int sampleSize() {
    return options == null ? 0 : options.sample();
  }

  /** What becomes of the class risks of an update. */
  Smoothing smoothing() {
    return options == null ? Smoothing.NONE : options.smoothing();
  }

  /** Whether an update is due at the end of an epoch. */
  boolean dueAfterEpoch() {
    return options != null && options.updateEvery() == 0 && steps > firstStep;
  }

  /** One update with the class risks V. */
  void update(double[] classRisk) {
    multipliers = objective.moved(multipliers, prior, classRisk);
    costs = computed();
  }

  /** Goes back to saved multipliers. */
  void restore(double[] logMultipliers, long done) {
    multipliers = Multipliers.ofLog(logMultipliers);
    steps = done;
    costs = computed();
  }
}
