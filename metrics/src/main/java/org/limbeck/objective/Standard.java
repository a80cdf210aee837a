package org.limbeck.objective;

import java.util.Arrays;

/** The average over examples: L_std = sum_y pi_y R_y, costs 1. */
public record Standard() implements Objective {
  @Override
  public String name() {
    return "standard";
  }

  @Override
  public double[] costs(ClassPrior prior, double[] multipliers) {
    var costs = new double[prior.classes()];
    Arrays.fill(costs, 1.0);
    return costs;
  }

  @Override
  public double value(ClassPrior prior, double[] classRisk) {
    prior.checkClasses(classRisk.length);
    double sum = 0;
    for (int y = 0; y < classRisk.length; y++) {
      sum += prior.of(y) * classRisk[y];
    }
    return sum;
  }
}
