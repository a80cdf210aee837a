package org.limbeck.plan.recipe;

import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassRules;
import org.limbeck.objective.FixedCosts;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/**
 * Costs that a class rule gives each class.
 *
 * @param rule the name of a {@link org.limbeck.objective.ClassRule}
 * @param form how they enter the loss
 * @param from share of the training after which they count, in [0, 1)
 */
public record ClassRuleCosts(String rule, Objective.Form form, double from) implements Costs {
  public ClassRuleCosts {
    CostChecks.requireShare(from);
  }

  @Override
  public Costs withParts(Strata.By parts) {
    CostChecks.requireClasses(
        parts, "class rules have a cost for each class; use costs: balanced, robust or adv-shift");
    return this;
  }

  @Override
  public Objective objective(ClassFacts facts) {
    return FixedCosts.of(rule, ClassRules.costs(rule, facts), form);
  }
}
