package org.limbeck.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Fits the calibration of a teacher's scores on a held-out split, by negative log-likelihood. */
public final class CalibrationFit {
  /** Temperatures are looked for in [1/50, 50]. */
  private static final double MAX_TEMPERATURE = 50;

  // Newton's steps shrink quadratically: after one of this size the error is below 1e-12.
  private static final double LAST_STEP = 1e-7;
  private static final int MOST_STEPS = 100;

  // A large table is begun with every 16th example, which leaves three or four steps on all.
  private static final long LARGE = 4_000_000;
  private static final int SAMPLE = 16;

  private final double[] costs;
  private final ShiftedLikelihood likelihood;
  private double inverseTemperature = Double.NaN;

  /**
   * Fits to some of the examples.
   *
   * @param rows which; every class occurs among them
   */
  CalibrationFit(double[] costs, HeldOutScores heldOut, int[] rows) {
    this.costs = costs;
    likelihood = new ShiftedLikelihood(costs, heldOut, rows);
  }

  /**
   * The calibration of a mode.
   *
   * @param costs c that the teacher was trained with
   */
  public static ScoreTransform fit(ScoreMode mode, double[] costs, HeldOutScores heldOut) {
    return new CalibrationFit(costs, heldOut, all(heldOut)).of(mode);
  }

  private static int[] all(HeldOutScores heldOut) {
    return IntStream.range(0, heldOut.labels().length).toArray();
  }

  /** The temperature with the least negative log-likelihood. */
  static double temperature(double[] costs, HeldOutScores heldOut) {
    return 1 / new CalibrationFit(costs, heldOut, all(heldOut)).inverseTemperature();
  }

  /** The calibration of a mode. */
  ScoreTransform of(ScoreMode mode) {
    return switch (mode) {
      case RAW -> ScoreTransform.raw(costs.length);
      case UNCOSTED -> ScoreTransform.uncosted(costs);
      case TEMPERATURE -> ScoreTransform.tempered(costs, 1 / inverseTemperature());
      case PER_CLASS -> perClass();
    };
  }

  private double inverseTemperature() {
    if (Double.isNaN(inverseTemperature)) {
      boolean large = likelihood.scores() > LARGE;
      double start = large ? minimum(likelihood.sample(SAMPLE), 1) : 1;
      inverseTemperature = minimum(likelihood, start);
    }
    return inverseTemperature;
  }

  /*
   * The loss is convex in a = 1/T: Newton steps, and bisection where one leaves the interval that
   * still holds the minimum.
   */
  private static double minimum(ShiftedLikelihood likelihood, double start) {
    double low = 1 / MAX_TEMPERATURE;
    double high = MAX_TEMPERATURE;
    double a = start;
    for (int i = 0; i < MOST_STEPS; i++) {
      ShiftedLikelihood.Line line = likelihood.line(a);
      if (line.slope() > 0) {
        high = a;
      } else {
        low = a;
      }
      double step = a - line.slope() / line.curvature();
      boolean inside = step > low && step < high; // false for NaN
      double next = inside ? step : (low + high) / 2;
      if (Math.abs(next - a) <= LAST_STEP * a) {
        return next;
      }
      a = next;
    }
    return a;
  }

  private ScoreTransform perClass() {
    int m = costs.length;
    double[] found = new VectorScaling(likelihood, m).fit(inverseTemperature());
    double[] logs = Arrays.stream(costs).map(Math::log).toArray();
    return ScoreTransform.of(
        ScoreMode.PER_CLASS, logs, Arrays.copyOf(found, m), Arrays.copyOfRange(found, m, 2 * m));
  }
}
