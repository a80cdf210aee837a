package org.limbeck.objective;

/**
 * Larger margins for rarer classes: Delta_y = (n_y / min_j n_j)^(-1/4), 1 for the rarest.
 *
 * <p>Source: Cao, Wei, Gaidon, Arechiga &amp; Ma, <i>Learning imbalanced datasets with
 * label-distribution-aware margin loss</i>, NeurIPS 2019.
 */
public final class LdamMargins implements ClassRule {
  @Override
  public String name() {
    return "ldam";
  }

  @Override
  public double[] values(ClassFacts facts) {
    int m = facts.classes();
    double rarest = Double.POSITIVE_INFINITY;
    for (int y = 0; y < m; y++) {
      rarest = Math.min(rarest, facts.count(y));
    }
    var margins = new double[m];
    for (int y = 0; y < m; y++) {
      margins[y] = Math.pow(facts.count(y) / rarest, -0.25);
    }
    return margins;
  }
}
