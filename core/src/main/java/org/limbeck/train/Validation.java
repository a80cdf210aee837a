package org.limbeck.train;

import org.limbeck.metric.ArgMax;
import org.limbeck.nn.Inputs;
import org.limbeck.nn.Network;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Measure;

/** Class risks of a network on the validation split; draws no random number. */
final class Validation {
  private Validation() {}

  /**
   * What a network says of the split.
   *
   * @param logProbabilities row-major {@code [examples, classes]}
   * @param predictions argmax, {@code [examples]}
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on once
  record Outcome(float[] logProbabilities, int[] predictions) {

    /** The class risks under some label weights. */
    double[] risk(Measure measure, LabelWeights weights) {
      return measure == Measure.ZERO_ONE
          ? ClassRisk.zeroOne(predictions, weights)
          : ClassRisk.crossEntropy(logProbabilities, weights);
    }

    /** The mean cross-entropy of the labels, in nats. */
    double meanLoss(int[] labels) {
      int classes = logProbabilities.length / labels.length;
      double sum = 0;
      for (int i = 0; i < labels.length; i++) {
        sum -= logProbabilities[i * classes + labels[i]];
      }
      return sum / labels.length;
    }
  }

  /** Runs the network, without gradient and with running statistics. */
  static Outcome run(Network network, Inputs split) {
    float[] logProbabilities = split.logProbabilities(network);
    int classes = network.description().classes();
    return new Outcome(logProbabilities, ArgMax.of(logProbabilities, classes));
  }
}
