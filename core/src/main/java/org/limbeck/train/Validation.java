package org.limbeck.train;

import org.limbeck.metric.ArgMax;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Measure;

/**
 * What a network says of some validation examples; made without drawing a random number.
 *
 * @param chosen which examples of the split, {@code [chosen]}
 * @param logProbabilities row-major {@code [chosen, classes]}
 * @param predictions argmax, {@code [chosen]}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once
record Validation(int[] chosen, float[] logProbabilities, int[] predictions) {

  static Validation of(Scorer scorer, int[] chosen, int classes) {
    float[] logProbabilities = scorer.logProbabilities(chosen);
    return new Validation(chosen, logProbabilities, ArgMax.of(logProbabilities, classes));
  }

  /** The class risks under the label weights of the whole split. */
  double[] risk(Measure measure, LabelWeights weights) {
    LabelWeights own = chosen.length == weights.examples() ? weights : weights.select(chosen);
    return measure == Measure.ZERO_ONE
        ? ClassRisk.zeroOne(predictions, own)
        : ClassRisk.crossEntropy(logProbabilities, own);
  }

  /** The mean cross-entropy of the labels of the whole split, in nats. */
  double meanLoss(int[] labels) {
    int classes = logProbabilities.length / chosen.length;
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      sum -= logProbabilities[i * classes + labels[chosen[i]]];
    }
    return sum / chosen.length;
  }
}
