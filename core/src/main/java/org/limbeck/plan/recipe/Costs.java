package org.limbeck.plan.recipe;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/** The costs of a recipe: which objective they make, and how they enter the loss. */
@JsonSerialize(converter = CostJson.OfCosts.class)
@JsonDeserialize(converter = CostJson.ToCosts.class)
public sealed interface Costs
    permits StandardCosts, BalancedCosts, RobustCosts, AdvShiftCosts, ClassRuleCosts, UnknownCosts {
  /**
   * The name in files: standard, balanced, robust, adv-shift, trained-elsewhere, or the name of a
   * class rule.
   */
  String rule();

  /** How they enter the loss. */
  Objective.Form form();

  /** Share of the training after which they count, in [0, 1). */
  double from();

  /** Which parts of the data have a risk and a multiplier each. */
  default Strata.By by() {
    return Strata.By.CLASS;
  }

  /**
   * The same costs for other parts of the data.
   *
   * @throws IllegalArgumentException if these costs cannot have those parts
   */
  Costs withParts(Strata.By parts);

  /** How the multipliers move; empty for costs that nothing moves. */
  default Optional<MultiplierOptions> moving() {
    return Optional.empty();
  }

  /** What is minimised, given facts about the training split that class rules use. */
  Objective objective(ClassFacts facts);
}
