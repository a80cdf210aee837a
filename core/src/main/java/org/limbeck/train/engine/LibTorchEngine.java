package org.limbeck.train.engine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.Closer;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Network;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.TrainingStep;
import org.limbeck.objective.Strata;
import org.limbeck.train.BatchLosses;
import org.limbeck.train.StepEngine;
import org.limbeck.train.TrainingTask;

/** The engine that runs LibTorch's kernels layer by layer, on the device of the thread. */
public final class LibTorchEngine implements StepEngine {
  private final Closer closer;
  private final Strata strata;
  private final Network network;
  private final Optimiser optimiser;
  private final Batches batches;
  private final ValidationScorer scorer;
  private final CostTensors costTensors;
  private final Tensor lossSum;

  private LibTorchEngine(TrainingTask task, Closer closer) {
    this.closer = closer;
    strata = task.strata();
    network =
        closer.add(
            LayerNetwork.initialised(
                task.network(), task.options().precision(), task.random("weights")),
            Network::close);
    optimiser =
        closer.add(
            Optimiser.of(network.parameters(), task.options().optimiser()), Optimiser::close);
    batches = closer.add(Batches.of(task), Batches::close);
    scorer = closer.add(new ValidationScorer(network, task), ValidationScorer::close);
    costTensors = closer.add(new CostTensors(task), CostTensors::close);
    try (var scope = new PointerScope()) {
      lossSum = closer.add(Tensors.keep(ComputeDevice.here(torch.zeros(1))), Tensors::release);
    }
  }

  /** An engine with the initial weights of the task's seed. */
  public static StepEngine open(TrainingTask task) {
    var closer = new Closer();
    try {
      return new LibTorchEngine(task, closer);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  @Override
  public void startEpoch(int epoch, int step) {
    batches.startEpoch(epoch, step);
  }

  @Override
  public BatchLosses step(long steps, double learningRate, double[] costs, boolean measured) {
    batches.next();
    try (var scope = new PointerScope()) {
      Tensor weights = batches.labelWeights();
      int[] groups = batches.groups();
      TrainingStep.Outcome outcome =
          TrainingStep.take(
              network,
              optimiser,
              batches.inputs(),
              weights,
              costTensors.loss(costs, groups),
              learningRate,
              steps);
      lossSum.add_(outcome.loss());
      return measured ? losses(outcome.scores(), weights, groups) : BatchLosses.NONE;
    }
  }

  /** The losses under the first row of the label weights, r. */
  private BatchLosses losses(Tensor scores, Tensor labelWeights, int[] groups) {
    int classes = (int) scores.size(1);
    Tensor rows = labelWeights.narrow(1, 0, classes);
    float[] losses = Tensors.toFloats(torch.log_softmax(scores.detach(), 1).mul(rows).neg());
    var sums = new double[strata.size()];
    for (int i = 0; i < losses.length; i++) {
      int group = groups.length == 0 ? 0 : groups[i / classes];
      sums[strata.of(i % classes, group)] += losses[i];
    }
    return new BatchLosses(sums, (int) scores.size(0));
  }

  @Override
  public float endEpoch() {
    try (var scope = new PointerScope()) {
      float sum = lossSum();
      lossSum.zero_();
      return sum;
    }
  }

  private float lossSum() {
    try (var scope = new PointerScope()) {
      return Tensors.toFloats(lossSum)[0];
    }
  }

  @Override
  public float[] logProbabilities(int[] chosen) {
    return scorer.logProbabilities(chosen);
  }

  @Override
  public StateDict network() {
    return network.state();
  }

  @Override
  public void load(StateDict state) {
    network.load(state);
  }

  @Override
  public State state() {
    return new State(network.state(), optimiser.state(), lossSum());
  }

  @Override
  public void restore(State state) {
    network.load(state.network());
    optimiser.load(state.optimiser());
    try (var scope = new PointerScope()) {
      Tensors.copy(new float[] {state.lossSum()}, lossSum);
    }
  }

  @Override
  public void close() {
    closer.close();
  }
}
