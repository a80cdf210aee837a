package org.limbeck.plan.recipe;

import java.util.Optional;
import org.limbeck.objective.AdvShift;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/**
 * Costs that follow the worst label distribution near that of the training split.
 *
 * @param radius of the ball of label distributions, in nats, &gt;= 0
 * @param clip largest class risk that counts, in nats, &gt; 0
 * @param multipliers how the distribution moves
 * @param form how the costs enter the loss
 * @param from share of the training after which they count, in [0, 1)
 * @param by which parts of the data have a multiplier each
 */
public record AdvShiftCosts(
    double radius,
    double clip,
    MultiplierOptions multipliers,
    Objective.Form form,
    double from,
    Strata.By by)
    implements Costs {
  /** The name in files. */
  static final String RULE = "adv-shift";

  public AdvShiftCosts {
    CostChecks.requireShare(from);
    AdvShift.requireBall(radius, clip);
    AdvShift.requireFits(multipliers);
    CostChecks.requireForm(by, form);
  }

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Costs withParts(Strata.By parts) {
    return new AdvShiftCosts(radius, clip, multipliers, form, from, parts);
  }

  @Override
  public Optional<MultiplierOptions> moving() {
    return Optional.of(multipliers);
  }

  @Override
  public Objective objective(ClassFacts facts) {
    return new AdvShift(radius, clip, multipliers, form);
  }
}
