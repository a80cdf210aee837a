package org.limbeck.calibration;

import java.util.Arrays;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.RowWeights;

/**
 * Carries scores from the class prior of training to that of a held-out split.
 *
 * <p>Validation is often balanced where training has a tail. A teacher's probability speaks of the
 * training distribution; on the split it becomes p_y piSplit_y / piTrain_y, renormalised (Saerens,
 * Latinne &amp; Decaestecker, Neural Computation 2002). The quantity that bounds a student's risk
 * is the same for every prior (docs/method.md, "Validation data with another class prior").
 */
public final class LabelShift {
  private LabelShift() {}

  /**
   * Adds log(piSplit_y / piTrain_y) to every row.
   *
   * @param scores row-major {@code [examples, classes]}; a new array is returned
   */
  public static double[] shifted(double[] scores, ClassPrior train, ClassPrior split) {
    double[] ratios = logRatios(train, split);
    double[] shifted = scores.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += ratios[i % ratios.length];
    }
    return shifted;
  }

  /** log(piSplit_y / piTrain_y), {@code [classes]}. */
  static double[] logRatios(ClassPrior train, ClassPrior split) {
    var ratios = new double[train.classes()];
    Arrays.setAll(ratios, y -> Math.log(split.of(y) / train.of(y)));
    return ratios;
  }

  /** The label frequencies of a split in which every class occurs. */
  public static ClassPrior frequencies(int[] labels, int classes) {
    return frequencies(labels, classes, RowWeights.NONE);
  }

  /** The same where each example counts by its weight. */
  public static ClassPrior frequencies(int[] labels, int classes, RowWeights weights) {
    var pi = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      pi[labels[i]] += (double) weights.of(i) / labels.length;
    }
    double sum = Arrays.stream(pi).sum();
    return ClassPrior.of(Arrays.stream(pi).map(value -> value / sum).toArray());
  }
}
