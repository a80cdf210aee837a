package org.limbeck.examples;

import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassRule;

/**
 * Costs half-way between standard and balanced: c_y = pi_y^(-1/2).
 *
 * <p>Found by its name in {@code META-INF/services/org.limbeck.objective.ClassRule}; a study file
 * then says {@code recipes: [{name: half-way, costs: square-root-prior}]}.
 */
public final class SquareRootPrior implements ClassRule {
  @Override
  public String name() {
    return "square-root-prior";
  }

  @Override
  public double[] values(ClassFacts facts) {
    var costs = new double[facts.classes()];
    for (int y = 0; y < costs.length; y++) {
      costs[y] = 1 / Math.sqrt(facts.prior().of(y));
    }
    return costs;
  }
}
