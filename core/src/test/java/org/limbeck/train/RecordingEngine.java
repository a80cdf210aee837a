package org.limbeck.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.limbeck.nn.StateDict;

/** An engine without a network: it writes down what it is asked, and answers with fixed scores. */
final class RecordingEngine implements StepEngine {
  final List<String> calls = new ArrayList<>();
  final List<double[]> costs = new ArrayList<>();
  private final TrainingTask task;
  private final double[] batchSums;
  private float lossSum;

  /**
   * An engine.
   *
   * @param batchSums the losses of every batch, for those who ask
   */
  RecordingEngine(TrainingTask task, double[] batchSums) {
    this.task = task;
    this.batchSums = batchSums;
  }

  @Override
  public void startEpoch(int epoch, int step) {
    calls.add("epoch " + epoch + " from " + step);
  }

  @Override
  public BatchLosses step(long steps, double rate, double[] ofStrata, boolean measured) {
    calls.add(measured ? "measured step " + steps : "step " + steps);
    costs.add(ofStrata.clone());
    lossSum += 1;
    return measured ? new BatchLosses(batchSums, task.options().batchSize()) : BatchLosses.NONE;
  }

  @Override
  public float endEpoch() {
    float sum = lossSum;
    lossSum = 0;
    return sum;
  }

  /** Class 0, whatever the example. */
  @Override
  public float[] logProbabilities(int[] chosen) {
    calls.add("score " + chosen.length);
    int classes = task.network().classes();
    var scores = new float[chosen.length * classes];
    Arrays.fill(scores, -5);
    for (int i = 0; i < chosen.length; i++) {
      scores[i * classes] = -0.1f;
    }
    return scores;
  }

  @Override
  public StateDict network() {
    return new StateDict(Map.of());
  }

  @Override
  public void load(StateDict network) {
    calls.add("load");
  }

  @Override
  public State state() {
    return new State(network(), network(), lossSum);
  }

  @Override
  public void restore(State state) {
    lossSum = state.lossSum();
  }

  @Override
  public void close() {
    calls.add("close");
  }
}
