package org.limbeck.plan.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.AdvShift;
import org.limbeck.objective.Balanced;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassRules;
import org.limbeck.objective.FixedCosts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.objective.Strata;

/**
 * The costs of a recipe.
 *
 * @param rule standard, balanced, robust, adv-shift, or the name of a class rule
 * @param form how they enter the loss
 * @param from share of the training after which they count, in [0, 1)
 * @param alpha of robust, else null
 * @param anchor of robust, else null
 * @param multipliers of robust and adv-shift, else null
 * @param radius of adv-shift, else null
 * @param clip of adv-shift, else null
 * @param parts what has a risk of its own besides classes; null for classes alone
 */
public record CostOptions(
    String rule,
    Objective.Form form,
    double from,
    @Nullable Double alpha,
    Robust.@Nullable Anchor anchor,
    @JsonSerialize(converter = MultiplierJson.class) @Nullable MultiplierOptions multipliers,
    @Nullable Double radius,
    @Nullable Double clip,
    @JsonInclude(JsonInclude.Include.NON_NULL) Strata.@Nullable By parts) {
  /** Costs 1. */
  public static final CostOptions STANDARD = fixed("standard", Objective.Form.MARGIN, 0);

  /** Costs 1/pi. */
  public static final CostOptions BALANCED = fixed("balanced", Objective.Form.MARGIN, 0);

  public CostOptions {
    if (!(from >= 0 && from < 1)) {
      throw new IllegalArgumentException("costsFrom: expected [0, 1), found " + from);
    }
    if (parts == Strata.By.CLASS) {
      throw new IllegalArgumentException("by: classes alone are null");
    }
    if (parts != null && ClassRules.names().contains(rule)) {
      throw new IllegalArgumentException(
          "by: class rules have a cost for each class; use costs: balanced, robust or adv-shift");
    }
    if (parts != null && rule.equals("standard")) {
      throw new IllegalArgumentException(
          "by: standard costs are 1 for all; leave it out, or use costs: balanced, robust or"
              + " adv-shift");
    }
    if (rule.equals("adv-shift") && multipliers != null) {
      AdvShift.requireFits(multipliers);
    }
    if (parts == Strata.By.GROUP && form == Objective.Form.MARGIN) {
      throw new IllegalArgumentException(
          "by: costs of whole groups move no margins between classes; use form: reweight");
    }
  }

  /** Costs that nothing moves. */
  public static CostOptions fixed(String rule, Objective.Form form, double from) {
    return new CostOptions(rule, form, from, null, null, null, null, null, null);
  }

  /** Costs that follow the worst class. */
  public static CostOptions robust(
      double alpha,
      Robust.Anchor anchor,
      MultiplierOptions multipliers,
      Objective.Form form,
      double from) {
    return new CostOptions("robust", form, from, alpha, anchor, multipliers, null, null, null);
  }

  /** Costs that follow the worst label distribution nearby. */
  public static CostOptions advShift(
      double radius, double clip, MultiplierOptions multipliers, Objective.Form form, double from) {
    return new CostOptions("adv-shift", form, from, null, null, multipliers, radius, clip, null);
  }

  /** The same costs for other parts of the data. */
  public CostOptions by(Strata.By other) {
    Strata.@Nullable By shown = other == Strata.By.CLASS ? null : other;
    return new CostOptions(rule, form, from, alpha, anchor, multipliers, radius, clip, shown);
  }

  /** What has a risk and a multiplier of its own. */
  public Strata.By by() {
    return parts == null ? Strata.By.CLASS : parts;
  }

  /** What is minimised, given facts about the training split that class rules use. */
  public Objective objective(ClassFacts facts) {
    return switch (rule) {
      case "standard" -> new Standard();
      case "balanced" -> new Balanced(form);
      case "robust" -> new Robust(require(alpha), require(anchor), require(multipliers), form);
      case "adv-shift" -> new AdvShift(require(radius), require(clip), require(multipliers), form);
      default -> FixedCosts.of(rule, ClassRules.costs(rule, facts), form);
    };
  }

  private <T> T require(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("costs '" + rule + "' lack an option");
    }
    return value;
  }
}
