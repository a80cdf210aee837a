package org.limbeck.train;

import java.util.stream.IntStream;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.Strata;

/** What a training measures on its validation split: on which examples, and their risks. */
final class ValidationMeasures {
  private final TrainingTask task;
  private final MovingCosts costs;
  private final LabelWeights labels;
  private final ValidationSample sample;
  private final int[] whole;

  /**
   * The measures of a task.
   *
   * @param prior of the strata
   * @throws org.limbeck.LimbeckException naming a stratum without validation examples
   */
  ValidationMeasures(TrainingTask task, ClassPrior prior, MovingCosts costs) {
    this.task = task;
    this.costs = costs;
    Strata strata = task.strata();
    int[] groups = task.validation().groups();
    int[] ofExamples = task.validation().labels();
    strata.prior(task.validationWeights(), groups);
    labels = LabelWeights.oneHot(ofExamples, task.network().classes());
    strata.prior(labels, groups);
    sample =
        new ValidationSample(
            strata.labels(ofExamples, groups),
            prior.classes(),
            costs.sampleSize(),
            y -> task.random("validation-sample/" + y));
    whole = IntStream.range(0, ofExamples.length).toArray();
  }

  /** All examples of the split. */
  int[] whole() {
    return whole;
  }

  /** The examples of the update that is due after {@code steps} steps. */
  int[] sample(long steps) {
    return sample.at(costs.updates(steps));
  }

  /** The risks that move the multipliers. */
  double[] updateRisk(Validation outcome) {
    return risk(outcome, costs.smoothing());
  }

  private double[] risk(Validation outcome, Smoothing smoothing) {
    return outcome.risk(
        task.strata(),
        costs.measure(),
        task.validationWeights(),
        task.validation().groups(),
        smoothing);
  }

  /** The record of a pass over the whole split. */
  EpochRecord.Measured measured(Validation outcome) {
    double objective = costs.value(risk(outcome, Smoothing.NONE));
    double[] errors = ClassRisk.zeroOne(outcome.predictions(), labels);
    return new EpochRecord.Measured(
        objective, outcome.meanLoss(task.validation().labels()), errors);
  }
}
