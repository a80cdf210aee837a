package org.limbeck.teacher;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One score mode without optimism: each half of the examples is scored by the calibration that was
 * fitted on the other half.
 *
 * <p>Fitting and measuring on the same examples flatters a calibration, the more parameters it has
 * the more. Modes without parameters are the same in both halves (docs/method.md, section 4).
 */
final class CrossFit {
  private final Halves halves;
  private final List<ScoreCalibration> fitted;
  private final List<RowScorer> scorers;

  /**
   * A mode.
   *
   * @param fits on the second half, which score the first, and on the first half
   */
  CrossFit(ScoreMode mode, HeldOut heldOut, Halves halves, List<CalibrationFit> fits) {
    this.halves = halves;
    double[] logShift = LabelShift.logRatios(heldOut.trainPrior(), heldOut.prior());
    fitted = fits.stream().map(fit -> fit.of(mode)).toList();
    scorers = fitted.stream().map(calibration -> new RowScorer(calibration, logShift)).toList();
  }

  /** The fits of both halves, in the order that the constructor takes them. */
  static List<CalibrationFit> fits(double[] costs, HeldOut heldOut, Halves halves) {
    return IntStream.of(1, 0)
        .mapToObj(half -> new CalibrationFit(costs, heldOut, halves.rows(half)))
        .toList();
  }

  /** The calibrations that score the first and the second half. */
  List<ScoreCalibration> fitted() {
    return fitted;
  }

  /** Writes the probabilities of one example, carried to the class prior of the split. */
  void score(HeldOut heldOut, int example, double[] probabilities) {
    scorers
        .get(halves.of(example))
        .score(heldOut.logits(), example * probabilities.length, probabilities);
  }
}
