package org.limbeck.train;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Strata;

/**
 * Where a training stands: its steps and epochs, its costs and multipliers, its history and the
 * networks it keeps. All but what the {@link StepEngine} holds; plain Java.
 */
final class TrainingState {
  private final TrainingTask task;
  private final ClassPrior batchPrior;
  private final MovingCosts costs;
  private final ValidationMeasures validation;
  private final Iterates iterates = new Iterates();
  private final EpochClock clock = new EpochClock();
  private final List<EpochRecord> history = new ArrayList<>();
  private double[] costsOfLastStep = new double[0];
  private long steps;

  /**
   * The state before the first step.
   *
   * @throws org.limbeck.LimbeckException naming a stratum without mass in training or validation
   */
  TrainingState(TrainingTask task) {
    this.task = task;
    Strata strata = task.strata();
    ClassPrior prior = strata.prior(task.targets().base(), task.train().groups());
    costs = new MovingCosts(task, prior);
    validation = new ValidationMeasures(task, prior, costs);
    batchPrior = task.loss().rows() == 1 ? prior : priorOfLabels();
  }

  /**
   * The prior of the rows that the losses of a batch are weighted with: the first, one-hot ones.
   */
  private ClassPrior priorOfLabels() {
    LabelWeights rows =
        LabelWeights.oneHot(task.train().labels(), task.network().classes())
            .weighted(task.rowWeights());
    return task.strata().prior(rows, task.train().groups());
  }

  TrainingTask task() {
    return task;
  }

  MovingCosts costs() {
    return costs;
  }

  ValidationMeasures validation() {
    return validation;
  }

  /** The epochs done, in order. */
  List<EpochRecord> history() {
    return history;
  }

  int epochsDone() {
    return history.size();
  }

  /** The current epoch, from 1. */
  int epoch() {
    return history.size() + 1;
  }

  long steps() {
    return steps;
  }

  /** The next step of the current epoch, from 0. */
  int stepOfEpoch() {
    return (int) (steps - (long) epochsDone() * task.stepsPerEpoch());
  }

  /** Whether the next step is the last of its epoch. */
  boolean atLastStep() {
    return stepOfEpoch() == task.stepsPerEpoch() - 1;
  }

  /** Epochs done, with the share of the current one. */
  double progress() {
    return (double) steps / task.stepsPerEpoch();
  }

  /** Whether the next step begins an epoch, or resumes one. */
  boolean betweenEpochs() {
    return !clock.running();
  }

  void beginEpoch() {
    clock.start();
  }

  double learningRate() {
    TrainOptions options = task.options();
    return options.optimiser().learningRate()
        * options.schedule().at(steps, task.stepsPerEpoch(), options.epochs());
  }

  /** Begins a step: its costs are those of now. */
  void beginStep() {
    costsOfLastStep = costs.ofClasses();
  }

  /** Ends a step. */
  void endStep() {
    steps++;
    costs.stepped(steps);
  }

  /** The risks of a batch, which move the multipliers of some objectives. */
  double[] batchRisk(BatchLosses losses) {
    return losses.risks(batchPrior);
  }

  /**
   * Adds the network after an epoch to the mean.
   *
   * @return the mean that the training ends with, after its last epoch; else null
   */
  @Nullable StateDict average(StateDict network) {
    MeanState mean = iterates.average(network, costsOfLastStep);
    if (epoch() < task.options().epochs()) {
      return null;
    }
    costsOfLastStep = mean.costs();
    return mean.state();
  }

  /** Whether the whole validation split is scored after the current epoch. */
  boolean validates() {
    return costs.dueAfterEpoch()
        || task.options().validates(epoch(), task.train().size(), task.validation().size());
  }

  /** Keeps the network that was validated after the current epoch. */
  void keep(StateDict network, double objective) {
    iterates.keep(
        new Snapshot(epoch(), objective, network, costsOfLastStep, costs.logMultipliers()));
  }

  /** Ends the current epoch. */
  void endEpoch(double learningRate, double trainLoss, EpochRecord.@Nullable Measured measured) {
    history.add(
        new EpochRecord(
            epoch(), learningRate, trainLoss, measured, costs.lambda(), clock.seconds()));
    clock.stop();
  }

  /** This state with the engine's. */
  Checkpoint checkpoint(StepEngine.State engine) {
    return new Checkpoint(
        engine.network(),
        engine.optimiser(),
        costs.logMultipliers(),
        costsOfLastStep,
        steps,
        engine.lossSum(),
        clock.seconds(),
        iterates.best(),
        iterates.average(),
        history);
  }

  /** Goes back to a checkpoint. */
  void restore(Checkpoint checkpoint) {
    costs.restore(checkpoint.logMultipliers(), checkpoint.steps());
    costsOfLastStep = checkpoint.costs();
    iterates.restore(checkpoint);
    steps = checkpoint.steps();
    clock.restore(checkpoint.epochSeconds());
    history.addAll(checkpoint.history());
  }

  /** The outcome of a training that is done. */
  TrainedModel model() {
    return iterates.model(task.network(), history);
  }
}
