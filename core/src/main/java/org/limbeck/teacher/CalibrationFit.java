package org.limbeck.teacher;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** Fits the calibration of a teacher's scores on a held-out split, by negative log-likelihood. */
public final class CalibrationFit {
  /** Temperatures are looked for in [1/50, 50]. */
  private static final double MAX_TEMPERATURE = 50;

  private static final int BISECTIONS = 40;

  /*
   * Per-class scaling has 2 m parameters. On a split that a class separates perfectly its likelihood
   * has no maximum, so a ridge of this weight for each parameter pulls scale to 1 and shift to 0.
   */
  private static final double RIDGE = 1e-3;

  private CalibrationFit() {}

  /**
   * The calibration of a mode.
   *
   * @param costs c that the teacher was trained with
   */
  public static ScoreCalibration fit(ScoreMode mode, double[] costs, HeldOut heldOut) {
    return switch (mode) {
      case RAW -> ScoreCalibration.raw(costs.length);
      case UNCOSTED -> ScoreCalibration.uncosted(costs);
      case TEMPERATURE -> ScoreCalibration.tempered(costs, temperature(costs, heldOut));
      case PER_CLASS -> perClass(costs, heldOut);
    };
  }

  /**
   * The temperature with the least negative log-likelihood: the loss is convex in 1/T, so its
   * derivative is bisected.
   */
  static double temperature(double[] costs, HeldOut heldOut) {
    var likelihood = new ShiftedLikelihood(ScoreCalibration.uncosted(costs), heldOut);
    int m = costs.length;
    double low = 1 / MAX_TEMPERATURE;
    double high = MAX_TEMPERATURE;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      double[] gradient = likelihood.gradient(parameters(m, middle));
      double slope = Arrays.stream(gradient, 0, m).sum();
      if (slope > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 2 / (low + high);
  }

  private static double[] parameters(int classes, double scale) {
    var parameters = new double[2 * classes];
    Arrays.fill(parameters, 0, classes, scale);
    return parameters;
  }

  private static ScoreCalibration perClass(double[] costs, HeldOut heldOut) {
    ScoreCalibration uncosted = ScoreCalibration.uncosted(costs);
    var likelihood = new ShiftedLikelihood(uncosted, heldOut);
    int m = costs.length;
    double[] found = minimum(likelihood, m, parameters(m, 1 / temperature(costs, heldOut)));
    double[] logs = Arrays.stream(costs).map(Math::log).toArray();
    return ScoreCalibration.of(
        ScoreMode.PER_CLASS, logs, Arrays.copyOf(found, m), Arrays.copyOfRange(found, m, 2 * m));
  }

  /** The best parameters from {@code start} on; {@code start} itself where the search fails. */
  private static double[] minimum(ShiftedLikelihood likelihood, int m, double[] start) {
    var optimiser =
        new NonLinearConjugateGradientOptimizer(
            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
            new SimpleValueChecker(1e-7, 1e-9, 200));
    try {
      return optimiser
          .optimize(
              new MaxEval(20_000),
              new ObjectiveFunction(p -> likelihood.value(p) + ridge(p, m)),
              new ObjectiveFunctionGradient(p -> withRidge(likelihood.gradient(p), p, m)),
              GoalType.MINIMIZE,
              new InitialGuess(start))
          .getPoint();
    } catch (MathRuntimeException e) {
      return start; // one temperature for all classes
    }
  }

  private static double ridge(double[] p, int m) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += RIDGE / 2 * (p[i] - target(i, m)) * (p[i] - target(i, m));
    }
    return sum;
  }

  private static double[] withRidge(double[] gradient, double[] p, int m) {
    for (int i = 0; i < p.length; i++) {
      gradient[i] += RIDGE * (p[i] - target(i, m));
    }
    return gradient;
  }

  private static double target(int i, int m) {
    return i < m ? 1 : 0;
  }
}
