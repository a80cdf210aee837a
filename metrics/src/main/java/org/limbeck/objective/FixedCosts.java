package org.limbeck.objective;

import java.util.Arrays;
import java.util.List;

/**
 * Costs that a {@link ClassRule} gives before training; the objective weighs class y by c_y pi_y.
 *
 * @param name of the rule
 * @param costs c, one for each class, each &gt; 0
 * @param form how they enter the loss
 */
public record FixedCosts(String name, List<Double> costs, Objective.Form form)
    implements Objective {
  public FixedCosts {
    costs = List.copyOf(costs);
    for (double cost : costs) {
      if (!(cost > 0) || Double.isInfinite(cost)) {
        throw new IllegalArgumentException(
            "costs of '%s': expected finite numbers > 0, found %s".formatted(name, cost));
      }
    }
  }

  /** Costs given as an array. */
  public static FixedCosts of(String name, double[] costs, Objective.Form form) {
    return new FixedCosts(name, Arrays.stream(costs).boxed().toList(), form);
  }

  /** Scaled so that sum_y c_y pi_y = 1: re-weighting then keeps the size of the loss. */
  @Override
  public double[] costs(ClassPrior prior, double[] multipliers) {
    prior.checkClasses(costs.size());
    double mean = 0;
    for (int y = 0; y < costs.size(); y++) {
      mean += costs.get(y) * prior.of(y);
    }
    double scale = 1 / mean;
    return costs.stream().mapToDouble(cost -> cost * scale).toArray();
  }

  @Override
  public double value(ClassPrior prior, double[] classRisk) {
    double[] scaled = costs(prior, new double[0]);
    double sum = 0;
    for (int y = 0; y < scaled.length; y++) {
      sum += scaled[y] * prior.of(y) * classRisk[y];
    }
    return sum;
  }
}
