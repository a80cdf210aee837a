package org.limbeck.train;

import java.util.Arrays;
import org.limbeck.metric.ArgMax;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.Strata;

/**
 * A network's scores of some validation examples; made without drawing a random number.
 *
 * @param chosen which examples of the split, {@code [chosen]}
 * @param logProbabilities row-major {@code [chosen, classes]}
 * @param predictions argmax, {@code [chosen]}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once
record Validation(int[] chosen, float[] logProbabilities, int[] predictions) {

  static Validation of(int[] chosen, float[] logProbabilities, int classes) {
    return new Validation(chosen, logProbabilities, ArgMax.of(logProbabilities, classes));
  }

  /**
   * The risks under the label weights of the whole split.
   *
   * @param groups of the whole split
   * @param smoothing what becomes of risks on few examples
   */
  double[] risk(
      Strata strata,
      MultiplierOptions.Measure measure,
      LabelWeights weights,
      int[] groups,
      Smoothing smoothing) {
    boolean whole = chosen.length == weights.examples();
    LabelWeights own = whole ? weights : weights.select(chosen);
    int[] ofChosen =
        whole || groups.length == 0 ? groups : Arrays.stream(chosen).map(i -> groups[i]).toArray();
    double[] risk =
        measure == MultiplierOptions.Measure.ZERO_ONE
            ? strata.zeroOne(predictions, own, ofChosen)
            : strata.crossEntropy(logProbabilities, own, ofChosen);
    return smoothing.equals(Smoothing.NONE) ? risk : smoothing.of(risk, strata.mass(own, ofChosen));
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
