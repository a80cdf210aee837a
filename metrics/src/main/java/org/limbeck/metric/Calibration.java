package org.limbeck.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a model's probabilities are from the frequencies of the labels; 0 everywhere is perfect.
 *
 * <p>The gap of class y is sum_b (n_b/n) | mean_b(p_y) / mean(p_y) - mean_b(1[Y=y]) / mean(1[Y=y])
 * | over equal-width bins b of p_y. It is undefined, {@code null}, for a class without examples and
 * for one whose probability is 0 everywhere; the worst gap leaves those out. Source:
 * docs/method.md, section 4.
 *
 * @param bins the number of equal-width bins over [0, 1]
 * @param expectedCalibrationError of the top class: sum_b (n_b/n) | mean_b(p) - mean_b(right) |
 * @param classwiseCalibrationError the gap of each class without the two divisions by the means
 * @param meanClasswiseCalibrationError mean of it over all classes
 * @param classCalibrationGap the gap of each class
 * @param worstClassCalibrationGap the largest gap, {@code null} if no class has one
 * @param negativeLogLikelihood mean of -log p_label, in nats; a p of 0 counts as 1.4e-45
 * @param brier mean of sum_y (p_y - 1[Y=y])^2, in [0, 2]
 */
public record Calibration(
    int bins,
    double expectedCalibrationError,
    List<Double> classwiseCalibrationError,
    double meanClasswiseCalibrationError,
    List<@Nullable Double> classCalibrationGap,
    @Nullable Double worstClassCalibrationGap,
    double negativeLogLikelihood,
    double brier) {

  public Calibration {
    classwiseCalibrationError = List.copyOf(classwiseCalibrationError);
    classCalibrationGap = Collections.unmodifiableList(new ArrayList<>(classCalibrationGap));
  }

  /**
   * The calibration of some probabilities, in one pass and O(classes * bins) memory.
   *
   * @param probabilities row-major {@code [examples, classes]}, each in [0, 1]; rows sum to 1,
   *     which is not checked
   * @param labels {@code [examples]}, each in [0, classes), at least one
   * @param bins at least 1
   */
  public static Calibration of(double[] probabilities, int classes, int[] labels, int bins) {
    check(probabilities, classes, labels, bins);
    return tally(probabilities, classes, labels, bins).calibration();
  }

  static CalibrationTally tally(double[] probabilities, int classes, int[] labels, int bins) {
    var tally = new CalibrationTally(classes, bins);
    for (int i = 0; i < labels.length; i++) {
      tally.add(probabilities, i * classes, labels[i]);
    }
    return tally;
  }

  static void check(double[] probabilities, int classes, int[] labels, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins: expected 1 or more, found " + bins);
    }
    if (labels.length == 0) {
      throw new IllegalArgumentException("expected 1 example or more, found none");
    }
    if (classes < 1 || (long) labels.length * classes != probabilities.length) {
      throw new IllegalArgumentException(
          "expected %d rows of %d probabilities, found %d values"
              .formatted(labels.length, classes, probabilities.length));
    }
    for (int i = 0; i < labels.length; i++) {
      ClassTally.inRange("label", i, labels[i], classes);
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "probability of example %d, class %d: expected [0, 1], found %s"
                .formatted(i / classes, i % classes, probabilities[i]));
      }
    }
  }
}
