package org.limbeck.diagnosis;

import java.util.List;
import org.limbeck.calibration.CalibrationFit;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.LabelShift;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.calibration.Softmax;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ReliabilityDiagram;

/**
 * How fit a teacher's scores are for a robust student: their calibration on validation, carried to
 * its class prior.
 *
 * <p>Fitted and measured on the same examples: it is what a run stores of the scores that its
 * students learn from. {@link TeacherDiagnosis} measures on examples that the fit did not see.
 *
 * <p>The gap of class y, sum_b (n_b/n) |mean_b(p_y)/pi^t_y - mean_b(1[Y=y])/pi_y|, bounds how far a
 * student's risk under the teacher's scores is from its true class risk (docs/method.md, section
 * 4).
 *
 * @param calibration how the scores were made from logits
 * @param measured gaps, class-wise ECE, ECE, NLL, Brier
 * @param reliability top-label confidence against accuracy
 */
public record Diagnosis(
    ScoreTransform calibration, Calibration measured, ReliabilityDiagram reliability)
    implements MeasuredMode {
  /** Equal-width bins over [0, 1]. */
  public static final int BINS = 15;

  @Override
  public boolean crossFitted() {
    return false;
  }

  @Override
  public ScoreMode mode() {
    return calibration.mode();
  }

  /** The diagnosis of one score mode. */
  public static Diagnosis of(ScoreMode mode, double[] costs, HeldOutScores heldOut) {
    ScoreTransform calibration = CalibrationFit.fit(mode, costs, heldOut);
    int m = calibration.classes();
    double[] shifted =
        LabelShift.shifted(
            calibration.scores(heldOut.rows()), heldOut.trainPrior(), heldOut.prior());
    double[] probabilities = Softmax.rows(shifted, m);
    return new Diagnosis(
        calibration,
        Calibration.of(probabilities, m, heldOut.labels(), BINS),
        ReliabilityDiagram.of(probabilities, m, heldOut.labels(), BINS));
  }

  /** The diagnosis of every mode, in the order of {@link ScoreMode}. */
  public static List<Diagnosis> ofAll(double[] costs, HeldOutScores heldOut) {
    return List.of(ScoreMode.values()).stream().map(mode -> of(mode, costs, heldOut)).toList();
  }
}
