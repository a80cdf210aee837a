package org.limbeck.plan.recipe;

import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Standard;
import org.limbeck.objective.Strata;

/**
 * Costs 1 for all classes.
 *
 * @param form kept in the ids of runs; changes no result
 * @param from share of the training, in [0, 1); kept in the ids of runs, changes no result
 */
public record StandardCosts(Objective.Form form, double from) implements Costs {
  /** From the first step. */
  public static final StandardCosts USUAL = new StandardCosts(Objective.Form.MARGIN, 0);

  /** The name in files. */
  static final String RULE = "standard";

  public StandardCosts {
    CostChecks.requireShare(from);
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Costs withParts(Strata.By parts) {
    CostChecks.requireClasses(
        parts,
        "standard costs are 1 for all; leave it out, or use costs: balanced, robust or adv-shift");
    return this;
  }

  @Override
  public Objective objective(ClassFacts facts) {
    return new Standard();
  }
}
