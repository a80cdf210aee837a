package org.limbeck.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.data.NamedRandom;
import org.limbeck.nn.Inputs;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.MarginLoss;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Network;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Measure;

/** The state of one training, epoch by epoch. */
final class TrainingRun implements AutoCloseable {
  private final TrainingTask task;
  private final Network network;
  private final Optimiser optimiser;
  private final Batches batches;
  private final Inputs validationSplit;
  private final LabelWeights validationLabels;
  private final MovingCosts costs;
  private final Tensor lossSum;
  private final List<EpochRecord> history = new ArrayList<>();
  private @Nullable Snapshot last;
  private @Nullable Snapshot best;
  private double[] costsOfLastStep = new double[0];
  private long steps;
  private long lastSave = System.nanoTime();

  TrainingRun(TrainingTask task) {
    this.task = task;
    var prior = ClassPrior.of(task.labelWeights(), task.classNames());
    // Validation weights are checked here, before any work is done.
    ClassPrior.of(task.validationWeights(), task.classNames());
    validationLabels = LabelWeights.oneHot(task.validation().labels(), task.classNames().size());
    ClassPrior.of(validationLabels, task.classNames());
    Natives.useOneThread();
    network = LayerNetwork.initialised(task.network(), random("weights"));
    optimiser = Optimiser.of(network.parameters(), task.options().optimiser());
    batches =
        new Batches(
            task.train(),
            task.labelWeights(),
            task.options().batchSize(),
            epoch -> random("order/" + epoch));
    validationSplit = new Inputs(task.validation());
    costs = new MovingCosts(task.objective(), prior);
    try (var scope = new PointerScope()) {
      lossSum = Tensors.keep(torch.zeros(1));
    }
  }

  private NamedRandom random(String purpose) {
    return new NamedRandom(task.seed(), task.stream() + "/" + purpose);
  }

  int epochsDone() {
    return history.size();
  }

  /** Goes back to the newest checkpoint, where there is one. */
  void resume() {
    if (task.checkpoints() != null) {
      task.checkpoints().load().filter(this::fits).ifPresent(this::restore);
    }
  }

  /** Whether a checkpoint is of this very network; one of another build counts as none. */
  private boolean fits(Checkpoint checkpoint) {
    return checkpoint.last().state().fits(task.network().entries())
        && checkpoint.best().state().fits(task.network().entries());
  }

  private void restore(Checkpoint checkpoint) {
    network.load(checkpoint.last().state());
    optimiser.load(checkpoint.optimiser());
    costs.restore(checkpoint.last().logMultipliers());
    last = checkpoint.last();
    best = checkpoint.best();
    steps = checkpoint.steps();
    history.addAll(checkpoint.history());
  }

  /** Trains and validates one epoch. */
  EpochRecord epoch() {
    long start = System.nanoTime();
    int epoch = epochsDone() + 1;
    batches.startEpoch(epoch);
    double rate = 0;
    for (int step = 0; step < batches.stepsPerEpoch(); step++) {
      rate = step(step);
      costsOfLastStep = costs.costs();
      if (costs.dueAfterStep(steps)) {
        updateMultipliers(validated(epoch));
      }
    }
    double loss = takeMeanLoss(epoch);
    EpochRecord record = validate(epoch, rate, loss, start);
    history.add(record);
    return record;
  }

  private double step(int stepOfEpoch) {
    double rate =
        task.options().optimiser().learningRate()
            * task.options().schedule().at(steps, batches.stepsPerEpoch(), task.options().epochs());
    try (var scope = new PointerScope()) {
      Tensor scores = network.forward(batches.inputs(stepOfEpoch), true);
      try (var noGrad = new NoGradGuard()) {
        MarginLoss.Value loss =
            MarginLoss.withGradient(scores, batches.labelWeights(stepOfEpoch), costs.logCosts());
        network.parameters().gradients().zero_();
        lossSum.add_(loss.mean());
        Tensors.backward(scores, loss.gradient());
        optimiser.step(rate, steps);
      }
    }
    steps++;
    return rate;
  }

  private void updateMultipliers(Validation.Outcome outcome) {
    costs.update(outcome.risk(costs.measure(), task.validationWeights()));
  }

  private double takeMeanLoss(int epoch) {
    float[] sum;
    try (var scope = new PointerScope()) {
      sum = Tensors.toFloats(lossSum);
      lossSum.zero_();
    }
    requireFinite(sum[0], epoch);
    return sum[0] / batches.stepsPerEpoch();
  }

  private Validation.Outcome validated(int epoch) {
    Validation.Outcome outcome = Validation.run(network, validationSplit);
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
              .formatted(epoch, task.options().optimiser().learningRate()));
    }
  }

  private EpochRecord validate(int epoch, double rate, double trainLoss, long start) {
    Validation.Outcome outcome = validated(epoch);
    double objective = costs.value(outcome.risk(costs.measure(), task.validationWeights()));
    double[] errors = outcome.risk(Measure.ZERO_ONE, validationLabels);
    double validationLoss = outcome.meanLoss(task.validation().labels());
    if (costs.dueAfterEpoch()) {
      updateMultipliers(outcome);
    }
    last = new Snapshot(epoch, objective, network.state(), costsOfLastStep, costs.logMultipliers());
    if (best == null || objective <= best.validationObjective()) {
      best = last;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochRecord(
        epoch, rate, trainLoss, objective, validationLoss, errors, costs.lambda(), seconds);
  }

  /** Saves if it is due or {@code force}d; says whether it did. */
  boolean save(boolean force) {
    CheckpointStore store = task.checkpoints();
    if (store == null || last == null || best == null) {
      return false;
    }
    double seconds = (System.nanoTime() - lastSave) / 1e9;
    boolean more = epochsDone() < task.options().epochs();
    if (!force && !(more && store.due(epochsDone(), seconds))) {
      return false;
    }
    store.save(new Checkpoint(last, best, optimiser.state(), steps, history));
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
    validationSplit.close();
    batches.close();
    optimiser.close();
    network.close();
  }
}
