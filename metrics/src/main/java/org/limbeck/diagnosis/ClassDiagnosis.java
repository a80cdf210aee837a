package org.limbeck.diagnosis;

import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.CalibrationTally;
import org.limbeck.metric.ClopperPearson;

/**
 * One class in one score mode, measured on examples that the mode was not fitted on.
 *
 * @param label y
 * @param name of the class
 * @param count the number of examples with this label, at least 2
 * @param accuracy the share of them that have their largest probability at y
 * @param accuracyLowerBound exact lower bound of it at 95 % confidence
 * @param gap sum_b (n_b/n) | mean_b(p_y)/mean(p_y) - mean_b(1[Y=y])/mean(1[Y=y]) |, in [0, 2];
 *     {@code null} where p_y is 0 everywhere
 * @param gapByChance mean gap if the scores were right
 * @param calibrationError class-wise ECE: the gap without the two divisions
 * @param predicted the number of examples predicted as y
 * @param meanConfidence mean p_y of the examples predicted as y; 0 if nothing is
 * @param overconfidence mean p_y of the examples predicted as y minus the share of them that are y:
 *     above 0 over-confident, below under-confident; {@code null} if nothing is predicted as y
 */
public record ClassDiagnosis(
    int label,
    String name,
    int count,
    double accuracy,
    double accuracyLowerBound,
    @Nullable Double gap,
    @Nullable Double gapByChance,
    double calibrationError,
    int predicted,
    double meanConfidence,
    @Nullable Double overconfidence) {
  private static final double LEVEL = 0.95;
  private static final double NORMAL_QUANTILE = 1.96;

  /** The confidence of scores in a class, compared with how often they are right. */
  public enum Confidence {
    /** Over-confident beyond noise. */
    OVER,
    /** Under-confident beyond noise. */
    UNDER,
    /** Neither, given the number of examples. */
    RIGHT
  }

  static ClassDiagnosis of(
      int y, String name, CalibrationTally tally, Calibration measured, ChanceGap chance) {
    int count = tally.count(y);
    int correct = tally.correct(y);
    return new ClassDiagnosis(
        y,
        name,
        count,
        (double) correct / count,
        ClopperPearson.lower(correct, count, LEVEL),
        measured.classCalibrationGap().get(y),
        chance.ofClass().get(y),
        measured.classwiseCalibrationError().get(y),
        tally.predicted(y),
        tally.confidence(y),
        tally.overconfidence(y));
  }

  /** How much of the gap chance does not explain; 0 where either is undefined. */
  public double excess() {
    return gap == null || gapByChance == null ? 0 : gap - gapByChance;
  }

  /**
   * Over- or under-confidence where it is beyond noise: more than 1.96 standard errors sqrt(q (1 -
   * q) / predicted), with q the mean confidence.
   */
  public Confidence confidence() {
    if (overconfidence == null) {
      return Confidence.RIGHT;
    }
    double q = Math.min(1, meanConfidence);
    double noise = NORMAL_QUANTILE * Math.sqrt(q * (1 - q) / predicted);
    return Math.abs(overconfidence) <= noise
        ? Confidence.RIGHT
        : overconfidence > 0 ? Confidence.OVER : Confidence.UNDER;
  }
}
