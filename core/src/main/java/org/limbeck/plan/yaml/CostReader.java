package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.ClassRuleCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.plan.recipe.StandardCosts;

/** Reads the {@link CostKeys} of a recipe. */
final class CostReader {
  private final Section section;
  private final Costs base;
  private final Recipes builtIn;
  private final String rule;
  private final Objective.Form form;
  private final double from;

  private CostReader(Section section, Costs base, Recipes builtIn) {
    this.section = section;
    this.base = base;
    this.builtIn = builtIn;
    rule = CostKeys.COSTS.read(section, base.rule());
    form = CostKeys.FORM.read(section, base.form());
    from = CostKeys.COSTS_FROM.read(section, base.from());
  }

  /** The costs of one entry: several where alpha is a list. */
  static List<Costs> read(Section section, Costs base, Recipes builtIn) {
    return new CostReader(section, base, builtIn).costs();
  }

  private List<Costs> costs() {
    Strata.By by = CostKeys.BY.read(section, base.by());
    List<Costs> costs = new ArrayList<>();
    byClass().forEach(one -> costs.add(one.withParts(by)));
    return costs;
  }

  private List<? extends Costs> byClass() {
    boolean robust = rule.equals("robust");
    boolean shift = rule.equals("adv-shift");
    only(CostKeys.ALPHA, robust, "costs: robust");
    only(CostKeys.ANCHOR, robust, "costs: robust");
    only(CostKeys.RADIUS, shift, "costs: adv-shift");
    only(CostKeys.CLIP, shift, "costs: adv-shift");
    only(CostKeys.MULTIPLIERS, robust || shift, "costs: robust and costs: adv-shift");
    if (robust) {
      return robust();
    }
    return List.of(shift ? advShift() : fixed());
  }

  private void only(Entry<Costs> key, boolean allowed, String where) {
    section.read(key.name());
    if (!allowed && section.has(key.name())) {
      section.problem(key.name(), "only %s has it, and costs are '%s'".formatted(where, rule));
    }
  }

  private Costs fixed() {
    return switch (rule) {
      case "standard" -> new StandardCosts(form, from);
      case "balanced" -> new BalancedCosts(form, from, Strata.By.CLASS);
      default -> new ClassRuleCosts(rule, form, from);
    };
  }

  /** Keys left out are as in the recipe that is changed, or in the built-in robust one. */
  private List<RobustCosts> robust() {
    RobustCosts usual = base instanceof RobustCosts robust ? robust : builtIn.robust();
    Robust.Anchor anchor = CostKeys.ANCHOR.read(section, usual.anchor());
    MultiplierOptions multipliers = multipliers(usual.multipliers());
    List<Double> alphas = CostKeys.ALPHA.read(section, List.of(usual.alpha()));
    return alphas.stream()
        .map(alpha -> new RobustCosts(alpha, anchor, multipliers, form, from, Strata.By.CLASS))
        .toList();
  }

  private AdvShiftCosts advShift() {
    AdvShiftCosts usual = base instanceof AdvShiftCosts shift ? shift : Recipes.advShift();
    double radius = CostKeys.RADIUS.read(section, usual.radius());
    double clip = CostKeys.CLIP.read(section, usual.clip());
    return new AdvShiftCosts(
        radius, clip, multipliers(usual.multipliers()), form, from, Strata.By.CLASS);
  }

  private MultiplierOptions multipliers(MultiplierOptions usual) {
    return MultiplierKeys.read(CostKeys.MULTIPLIERS.below(section), usual);
  }
}
