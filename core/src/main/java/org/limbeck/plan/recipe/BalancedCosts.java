package org.limbeck.plan.recipe;

import org.limbeck.objective.Balanced;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/**
 * Costs 1/pi: every part counts the same.
 *
 * @param form how they enter the loss
 * @param from share of the training after which they count, in [0, 1)
 * @param by the parts of the data that count the same
 */
public record BalancedCosts(Objective.Form form, double from, Strata.By by) implements Costs {
  /** From the first step, by class, in the margins. */
  public static final BalancedCosts USUAL =
      new BalancedCosts(Objective.Form.MARGIN, 0, Strata.By.CLASS);

  /** The name in files. */
  static final String RULE = "balanced";

  public BalancedCosts {
    CostChecks.requireShare(from);
    CostChecks.requireForm(by, form);
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Costs withParts(Strata.By parts) {
    return new BalancedCosts(form, from, parts);
  }

  @Override
  public Objective objective(ClassFacts facts) {
    return new Balanced(form);
  }
}
