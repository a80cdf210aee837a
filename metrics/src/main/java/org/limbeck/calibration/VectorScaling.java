package org.limbeck.calibration;

import java.util.Arrays;

/**
 * Fits one scale and one shift for each class by negative log-likelihood plus a ridge (vector
 * scaling, Guo et al., ICML 2017).
 */
final class VectorScaling {
  /*
   * A ridge pulls the parameters of each class to the one temperature for all, the more the fewer
   * examples it has: a class of three says nothing about a scale of its own, and where a class is
   * separated perfectly the likelihood has no maximum. Measured in docs/design-decisions.md.
   */
  private static final double RIDGE = 1;

  // A large table is passed through a few times only: from the temperature on, most of the gain is
  // in the first steps.
  private static final long MOST_SCORES = 200_000_000;
  private static final int LEAST_EVALUATIONS = 8;
  private static final int MOST_EVALUATIONS = 200;

  private final ShiftedLikelihood likelihood;
  private final int classes;
  private final double[] ridge;

  VectorScaling(ShiftedLikelihood likelihood, int classes) {
    this.likelihood = likelihood;
    this.classes = classes;
    ridge = Arrays.stream(likelihood.classCounts()).mapToDouble(n -> RIDGE / n).toArray();
  }

  /** The best {@code [scale..., shift...]}, beginning with one scale for all classes. */
  double[] fit(double scale) {
    var start = new double[2 * classes];
    Arrays.fill(start, 0, classes, scale);
    double[] curvature = likelihood.curvature(start);
    long evaluations = MOST_SCORES / likelihood.scores();
    return new QuasiNewton(at -> ridged(at, start), vector -> solved(curvature, vector))
        .minimum(start, (int) Math.max(LEAST_EVALUATIONS, Math.min(MOST_EVALUATIONS, evaluations)));
  }

  private QuasiNewton.Point ridged(double[] parameters, double[] centre) {
    ShiftedLikelihood.Point point = likelihood.at(parameters);
    double value = point.value();
    double[] gradient = point.gradient();
    for (int i = 0; i < parameters.length; i++) {
      double off = parameters[i] - centre[i];
      value += ridge[i % classes] / 2 * off * off;
      gradient[i] += ridge[i % classes] * off;
    }
    return new QuasiNewton.Point(parameters, value, gradient);
  }

  /**
   * Solves the 2 x 2 system of each class: the second derivative without its terms across classes.
   */
  private double[] solved(double[] curvature, double[] vector) {
    var solution = new double[vector.length];
    for (int y = 0; y < classes; y++) {
      double ofScale = curvature[y] + ridge[y];
      double mixed = curvature[classes + y];
      double ofShift = curvature[2 * classes + y] + ridge[y];
      double determinant = ofScale * ofShift - mixed * mixed;
      solution[y] = (ofShift * vector[y] - mixed * vector[classes + y]) / determinant;
      solution[classes + y] = (ofScale * vector[classes + y] - mixed * vector[y]) / determinant;
    }
    return solution;
  }
}
