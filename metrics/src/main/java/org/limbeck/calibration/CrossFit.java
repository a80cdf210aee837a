package org.limbeck.calibration;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One score mode without optimism: each half of the examples is scored by the calibration that was
 * fitted on the other half.
 *
 * <p>Fitting and measuring on the same examples flatters a calibration, and the more so the more
 * parameters it has. Modes without parameters are the same in both halves (docs/method.md, section
 * 4).
 */
public final class CrossFit {
  private final StratifiedHalves halves;
  private final List<ScoreTransform> fitted;
  private final List<ShiftedProbabilities> scorers;

  /**
   * A mode.
   *
   * @param fits on the second half, which score the first, and on the first half
   */
  public CrossFit(
      ScoreMode mode, HeldOutScores heldOut, StratifiedHalves halves, List<CalibrationFit> fits) {
    this.halves = halves;
    double[] logShift = LabelShift.logRatios(heldOut.trainPrior(), heldOut.prior());
    fitted = fits.stream().map(fit -> fit.of(mode)).toList();
    scorers =
        fitted.stream()
            .map(calibration -> new ShiftedProbabilities(calibration, logShift))
            .toList();
  }

  /** The fits of both halves, in the order that the constructor takes them. */
  public static List<CalibrationFit> fits(
      double[] costs, HeldOutScores heldOut, StratifiedHalves halves) {
    return IntStream.of(1, 0)
        .mapToObj(half -> new CalibrationFit(costs, heldOut, halves.rows(half)))
        .toList();
  }

  /** The calibrations that score the first and the second half. */
  public List<ScoreTransform> fitted() {
    return fitted;
  }

  /** Writes the probabilities of one example, carried to the class prior of the split. */
  public void score(HeldOutScores heldOut, int example, double[] probabilities) {
    scorers.get(halves.of(example)).score(heldOut.rows(), example, probabilities);
  }
}
