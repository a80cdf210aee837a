package org.limbeck.plan.recipe;

import java.util.Optional;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;

/**
 * Costs that follow the worst part of the data.
 *
 * @param alpha weight of the worst part against the anchor, in [0, 1]
 * @param anchor what alpha = 0 means
 * @param multipliers how the multipliers move
 * @param form how the costs enter the loss
 * @param from share of the training after which they count, in [0, 1)
 * @param by which parts of the data have a multiplier each
 */
public record RobustCosts(
    double alpha,
    Robust.Anchor anchor,
    MultiplierOptions multipliers,
    Objective.Form form,
    double from,
    Strata.By by)
    implements Costs {
  /** The name in files. */
  static final String RULE = "robust";

  public RobustCosts {
    CostChecks.requireAlpha("alpha", alpha);
    CostChecks.requireShare(from);
    CostChecks.requireForm(by, form);
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Costs withParts(Strata.By parts) {
    return new RobustCosts(alpha, anchor, multipliers, form, from, parts);
  }

  @Override
  public Optional<MultiplierOptions> moving() {
    return Optional.of(multipliers);
  }

  @Override
  public Objective objective(ClassFacts facts) {
    return new Robust(alpha, anchor, multipliers, form);
  }
}
