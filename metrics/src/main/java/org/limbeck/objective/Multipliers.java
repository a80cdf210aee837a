package org.limbeck.objective;

import java.util.Arrays;
import org.limbeck.metric.KlBall;

/**
 * The multipliers lambda of the robust objective: a point on the simplex, moved by
 * exponentiated-gradient ascent, lambda_y proportional to lambda_y exp(gamma V_y).
 *
 * <p>Kept as log lambda, so that risks of 400 with a gamma of 50 neither overflow nor freeze.
 * Immutable. Source: docs/method.md, section 2.
 */
public final class Multipliers {
  private final double[] logLambda;

  private Multipliers(double[] logLambda) {
    this.logLambda = logLambda;
  }

  /** lambda_y = 1/m. */
  public static Multipliers uniform(int classes) {
    var log = new double[classes];
    Arrays.fill(log, -Math.log(classes));
    return new Multipliers(log);
  }

  /** Multipliers from saved {@link #logValues}. */
  public static Multipliers ofLog(double[] logValues) {
    return new Multipliers(logValues.clone());
  }

  /**
   * The multipliers after one update.
   *
   * @param classRisk V_y, one for each class, finite
   */
  public Multipliers updated(double[] classRisk, double gamma, MultiplierOptions.Memory memory) {
    if (classRisk.length != logLambda.length) {
      throw new IllegalArgumentException(
          "expected " + logLambda.length + " classes, found " + classRisk.length);
    }
    var next =
        memory == MultiplierOptions.Memory.ACCUMULATE
            ? logLambda.clone()
            : new double[classRisk.length];
    for (int y = 0; y < next.length; y++) {
      if (!Double.isFinite(classRisk[y])) {
        throw new IllegalArgumentException("class " + y + ": risk is " + classRisk[y]);
      }
      next[y] += gamma * classRisk[y];
    }
    return new Multipliers(KlBall.normalised(next));
  }

  /** The nearest multipliers that are at most 1/k each ({@link WorstClasses}). */
  public Multipliers capped(int k) {
    return k == 1 ? this : new Multipliers(WorstClasses.capped(logLambda, k));
  }

  /**
   * lambda with the uniform distribution mixed in: (1 - floor) lambda_y + floor / m.
   *
   * @param floor in [0, 1)
   */
  public double[] values(double floor) {
    var lambda = new double[logLambda.length];
    for (int y = 0; y < lambda.length; y++) {
      lambda[y] = (1 - floor) * Math.exp(logLambda[y]) + floor / lambda.length;
    }
    return lambda;
  }

  /** A copy of log lambda. */
  public double[] logValues() {
    return logLambda.clone();
  }
}
