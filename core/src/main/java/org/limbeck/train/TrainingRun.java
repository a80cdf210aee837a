package org.limbeck.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Network;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.TrainingStep;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Strata;

/** The state of one training, step by step. */
final class TrainingRun implements AutoCloseable {
  private final TrainingTask task;
  private final TrainOptions options;
  private final Network network;
  private final Optimiser optimiser;
  private final Batches batches;
  private final ValidationScorer scorer;
  private final ValidationSample sample;
  private final int[] wholeSplit;
  private final LabelWeights validationLabels;
  private final Strata strata;
  private final ClassPrior prior;
  private final ClassPrior batchPrior;
  private final MovingCosts costs;
  private final Tensor lossSum;
  private final List<EpochRecord> history = new ArrayList<>();
  private @Nullable Snapshot last;
  private @Nullable Snapshot best;
  private @Nullable MeanState average;
  private double[] costsOfLastStep = new double[0];
  private long steps;
  private boolean epochBegun;
  private double secondsBefore;
  private long epochStart;
  private long lastSave = System.nanoTime();

  TrainingRun(TrainingTask task) {
    this.task = task;
    options = task.options();
    strata = task.strata();
    prior = strata.prior(task.targets().base(), task.train().groups());
    int[] groups = task.validation().groups();
    int[] labels = task.validation().labels();
    // Validation weights are checked here, before any work is done.
    strata.prior(task.validationWeights(), groups);
    validationLabels = LabelWeights.oneHot(labels, task.network().classes());
    strata.prior(validationLabels, groups);
    network = LayerNetwork.initialised(task.network(), options.precision(), random("weights"));
    optimiser = Optimiser.of(network.parameters(), options.optimiser());
    batches = Batches.of(task, epoch -> random("order/" + epoch), options.precision());
    scorer = new ValidationScorer(network, task);
    batchPrior = batchPrior();
    long totalSteps = (long) batches.stepsPerEpoch() * options.epochs();
    costs = new MovingCosts(task, prior, totalSteps);
    sample =
        new ValidationSample(
            strata.labels(labels, groups),
            prior.classes(),
            costs.sampleSize(),
            y -> random("validation-sample/" + y));
    wholeSplit = IntStream.range(0, labels.length).toArray();
    try (var scope = new PointerScope()) {
      lossSum = Tensors.keep(ComputeDevice.here(torch.zeros(1)));
    }
  }

  /** The prior of the rows that the risks of a batch are measured with: the first, one-hot ones. */
  private ClassPrior batchPrior() {
    if (task.loss().rows() == 1) {
      return prior;
    }
    LabelWeights rows = LabelWeights.oneHot(task.train().labels(), task.network().classes());
    return strata.prior(rows, task.train().groups());
  }

  private NamedRandom random(String purpose) {
    return new NamedRandom(task.seed(), task.stream() + "/" + purpose);
  }

  int epochsDone() {
    return history.size();
  }

  /** Epochs done, with the share of the one in work. */
  double progress() {
    return (double) steps / batches.stepsPerEpoch();
  }

  /** Whether the last step ended an epoch. */
  boolean betweenEpochs() {
    return !epochBegun;
  }

  EpochRecord lastEpoch() {
    return history.get(history.size() - 1);
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
    network.load(checkpoint.network());
    optimiser.load(checkpoint.optimiser());
    costs.restore(checkpoint.logMultipliers(), checkpoint.steps());
    costsOfLastStep = checkpoint.costs();
    best = checkpoint.best();
    average = checkpoint.average();
    steps = checkpoint.steps();
    secondsBefore = checkpoint.epochSeconds();
    history.addAll(checkpoint.history());
    try (var scope = new PointerScope()) {
      Tensors.copy(new float[] {checkpoint.lossSum()}, lossSum);
    }
  }

  /** Does one step, and what is due after it. */
  void step() {
    int stepOfEpoch = (int) (steps - (long) epochsDone() * batches.stepsPerEpoch());
    int epoch = epochsDone() + 1;
    if (!epochBegun) {
      epochStart = System.nanoTime();
      batches.startEpoch(epoch, stepOfEpoch);
      epochBegun = true;
    }
    batches.next();
    double rate = learningRate();
    costsOfLastStep = costs.ofClasses();
    double[] batchRisk = optimise(rate);
    steps++;
    if (costs.dueOnBatch()) {
      for (double risk : batchRisk) {
        requireFinite((float) risk, epoch);
      }
      costs.update(batchRisk);
    }
    costs.stepped(steps);
    if (costs.dueAfterStep(steps)) {
      updateMultipliers(validated(sample.at(costs.updates(steps)), epoch));
    }
    if (stepOfEpoch == batches.stepsPerEpoch() - 1) {
      endEpoch(epoch, rate);
    }
  }

  private double learningRate() {
    return options.optimiser().learningRate()
        * options.schedule().at(steps, batches.stepsPerEpoch(), options.epochs());
  }

  /** Takes the step; gives the class risks of its batch where they move the costs, else none. */
  private double[] optimise(double rate) {
    try (var scope = new PointerScope()) {
      Tensor weights = batches.labelWeights();
      int[] groups = batches.groups();
      TrainingStep.Outcome outcome =
          TrainingStep.take(
              network, optimiser, batches.inputs(), weights, costs.loss(groups), rate, steps);
      lossSum.add_(outcome.loss());
      return costs.dueOnBatch()
          ? BatchRisk.of(outcome.scores(), weights, strata, groups, batchPrior)
          : new double[0];
    }
  }

  private void updateMultipliers(Validation outcome) {
    costs.update(risk(outcome, costs.smoothing()));
  }

  private double[] risk(Validation outcome, double smoothing) {
    return outcome.risk(
        strata, costs.measure(), task.validationWeights(), task.validation().groups(), smoothing);
  }

  private Validation validated(int[] chosen, int epoch) {
    Validation outcome = Validation.of(scorer, chosen, task.network().classes());
    for (float value : outcome.logProbabilities()) {
      requireFinite(value, epoch);
    }
    return outcome;
  }

  private void requireFinite(float value, int epoch) {
    if (!Float.isFinite(value)) {
      throw new LimbeckException(
          ("the loss is not finite in epoch %d: training has diverged; use a smaller"
                  + " train.learningRate (now %s), a longer train.warmupEpochs, or a smaller"
                  + " multipliers.gamma")
              .formatted(epoch, options.optimiser().learningRate()));
    }
  }

  private void endEpoch(int epoch, double rate) {
    float sum = readLossSum();
    requireFinite(sum, epoch);
    double trainLoss = sum / batches.stepsPerEpoch();
    average(epoch);
    boolean validates =
        costs.dueAfterEpoch()
            || options.validates(epoch, task.train().size(), task.validation().size());
    EpochRecord.Measured measured = validates ? validate(epoch) : null;
    history.add(new EpochRecord(epoch, rate, trainLoss, measured, costs.lambda(), epochSeconds()));
    try (var scope = new PointerScope()) {
      lossSum.zero_();
    }
    epochBegun = false;
    secondsBefore = 0;
  }

  /** Averages the iterates of the last epochs; the mean then stands for the last one. */
  private void average(int epoch) {
    if (options.averages(epoch)) {
      StateDict now = network.state();
      average =
          average == null ? MeanState.of(now, costsOfLastStep) : average.with(now, costsOfLastStep);
      if (epoch == options.epochs()) {
        network.load(average.state());
        costsOfLastStep = average.costs();
      }
    }
  }

  private double epochSeconds() {
    return epochBegun ? secondsBefore + (System.nanoTime() - epochStart) / 1e9 : secondsBefore;
  }

  private float readLossSum() {
    try (var scope = new PointerScope()) {
      return Tensors.toFloats(lossSum)[0];
    }
  }

  private EpochRecord.Measured validate(int epoch) {
    StateDict state = network.state();
    requireFinite(state.finite() ? 0 : Float.NaN, epoch);
    Validation outcome = validated(wholeSplit, epoch);
    double objective = costs.value(risk(outcome, 0));
    double[] errors = ClassRisk.zeroOne(outcome.predictions(), validationLabels);
    double loss = outcome.meanLoss(task.validation().labels());
    if (costs.dueAfterEpoch()) {
      updateMultipliers(outcome);
    }
    last = new Snapshot(epoch, objective, state, costsOfLastStep, costs.logMultipliers());
    if (best == null || objective <= best.validationObjective()) {
      best = last;
    }
    return new EpochRecord.Measured(objective, loss, errors);
  }

  /** Saves if it is due or {@code force}d; says whether it did. */
  boolean save(boolean force) {
    CheckpointStore store = task.checkpoints();
    if (store == null || epochsDone() == options.epochs()) {
      return false;
    }
    double seconds = (System.nanoTime() - lastSave) / 1e9;
    if (!force && !store.due(betweenEpochs(), seconds)) {
      return false;
    }
    store.save(
        new Checkpoint(
            network.state(),
            optimiser.state(),
            costs.logMultipliers(),
            costsOfLastStep,
            steps,
            readLossSum(),
            epochSeconds(),
            best,
            average,
            history));
    lastSave = System.nanoTime();
    return true;
  }

  TrainedModel result() {
    if (last == null || best == null) {
      throw new IllegalStateException("no epoch was trained");
    }
    return new TrainedModel(task.network(), last, best, history);
  }

  @Override
  public void close() {
    Tensors.release(lossSum);
    costs.close();
    scorer.close();
    batches.close();
    optimiser.close();
    network.close();
  }
}
