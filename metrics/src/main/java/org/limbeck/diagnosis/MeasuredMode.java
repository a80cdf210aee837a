package org.limbeck.diagnosis;

import org.limbeck.calibration.ScoreMode;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ReliabilityDiagram;

/** A score mode with the calibration of its scores: the input of charts. */
public sealed interface MeasuredMode permits Diagnosis, ModeDiagnosis {
  /**
   * Whether the mode was measured on examples that its fit did not see; on those of the fit, fitted
   * modes look better than they are.
   */
  boolean crossFitted();

  /** How the scores were made from logits. */
  ScoreMode mode();

  /** Gaps, class-wise ECE, ECE, NLL, Brier. */
  Calibration measured();

  /** Top-label confidence against accuracy. */
  ReliabilityDiagram reliability();
}
