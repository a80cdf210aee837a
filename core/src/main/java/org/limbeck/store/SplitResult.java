package org.limbeck.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.train.Predictions;

/**
 * How good predictions are on one split.
 *
 * @param metrics class metrics with their bounds
 * @param calibration of the probabilities
 * @param groups metrics of groups, where there are any
 */
public record SplitResult(
    ClassMetrics metrics,
    Calibration calibration,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GroupMetrics groups) {
  /** Level of every bound and interval in a study. */
  public static final double CONFIDENCE = 0.95;

  /** A result without groups. */
  public SplitResult(ClassMetrics metrics, Calibration calibration) {
    this(metrics, calibration, null);
  }

  /**
   * The result of some predictions.
   *
   * @param groupNames of the data; empty where there are none
   */
  public static SplitResult of(Predictions predictions, List<String> groupNames) {
    var tally = ClassTally.of(predictions.classes(), predictions.labels(), predictions.predicted());
    return new SplitResult(
        ClassMetrics.of(tally, CONFIDENCE, OptionalInt.empty()),
        Calibration.of(
            predictions.toDoubles(), predictions.classes(), predictions.labels(), Diagnosis.BINS),
        groupNames.isEmpty() ? null : groups(predictions, groupNames));
  }

  private static GroupMetrics groups(Predictions predictions, List<String> names) {
    return GroupMetrics.of(
        predictions.classes(),
        predictions.labels(),
        predictions.predicted(),
        predictions.groups(),
        names,
        CONFIDENCE);
  }
}
