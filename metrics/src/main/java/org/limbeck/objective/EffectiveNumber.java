package org.limbeck.objective;

/**
 * Costs by the effective number of examples: c_y = (1 - beta) / (1 - beta^n_y), beta = 0.9999.
 *
 * <p>Source: Cui, Jia, Lin, Song &amp; Belongie, <i>Class-balanced loss based on effective number
 * of samples</i>, CVPR 2019.
 */
public final class EffectiveNumber implements ClassRule {
  private static final double BETA = 0.9999;

  @Override
  public String name() {
    return "effective-number";
  }

  @Override
  public double[] values(ClassFacts facts) {
    var costs = new double[facts.classes()];
    for (int y = 0; y < costs.length; y++) {
      costs[y] = (1 - BETA) / -Math.expm1(facts.count(y) * Math.log(BETA));
    }
    return costs;
  }
}
