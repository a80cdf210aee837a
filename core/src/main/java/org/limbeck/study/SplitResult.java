package org.limbeck.study;

import java.util.OptionalInt;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.teacher.Diagnosis;
import org.limbeck.train.Predictions;

/**
 * How good predictions are on one split.
 *
 * @param metrics class metrics with their bounds
 * @param calibration of the probabilities
 */
public record SplitResult(ClassMetrics metrics, Calibration calibration) {
  /** Level of every bound and interval in a study. */
  public static final double CONFIDENCE = 0.95;

  /** The result of some predictions. */
  public static SplitResult of(Predictions predictions) {
    var tally = ClassTally.of(predictions.classes(), predictions.labels(), predictions.predicted());
    return new SplitResult(
        ClassMetrics.of(tally, CONFIDENCE, OptionalInt.empty()),
        Calibration.of(
            predictions.toDoubles(), predictions.classes(), predictions.labels(), Diagnosis.BINS));
  }
}
