package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.objective.ClassRules;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.ClassRuleCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.plan.recipe.StandardCosts;

/** The keys of a recipe that say what its costs are. */
final class CostKeys {
  private static final List<String> KNOWN = List.of("standard", "balanced", "robust", "adv-shift");

  private final Section section;
  private final Costs base;
  private final Recipes builtIn;
  private final String rule;
  private final Objective.Form form;
  private final double from;

  private CostKeys(Section section, Costs base, Recipes builtIn) {
    this.section = section;
    this.base = base;
    this.builtIn = builtIn;
    rule = section.value("costs", base.rule(), "costs", CostKeys::known);
    form = section.word("form", base.form(), Objective.Form.class);
    from = section.number("costsFrom", base.from());
  }

  /** The costs of one entry: several where alpha is a list. */
  static List<Costs> read(Section section, Costs base, Recipes builtIn) {
    return new CostKeys(section, base, builtIn).costs();
  }

  private static String known(String text) {
    return KNOWN.contains(text) ? text : classRule(text);
  }

  private static String classRule(String text) {
    List<String> rules = ClassRules.names();
    if (!rules.contains(text)) {
      List<String> all = new ArrayList<>(KNOWN);
      all.addAll(rules);
      throw new LimbeckException("no costs '" + text + "'" + DidYouMean.hint(text, all));
    }
    return text;
  }

  static String classRuleOrNone(String text) {
    if (!text.equals("none") && !ClassRules.names().contains(text)) {
      List<String> all = new ArrayList<>(ClassRules.names());
      all.add("none");
      throw new LimbeckException("no margins '" + text + "'" + DidYouMean.hint(text, all));
    }
    return text;
  }

  private List<Costs> costs() {
    Strata.By by = section.word("by", base.by(), Strata.By.class);
    List<Costs> costs = new ArrayList<>();
    byClass().forEach(one -> costs.add(one.withParts(by)));
    return costs;
  }

  private List<? extends Costs> byClass() {
    boolean robust = rule.equals("robust");
    boolean shift = rule.equals("adv-shift");
    only("alpha", robust, "costs: robust");
    only("anchor", robust, "costs: robust");
    only("radius", shift, "costs: adv-shift");
    only("clip", shift, "costs: adv-shift");
    only("multipliers", robust || shift, "costs: robust and costs: adv-shift");
    only("costsFrom", !rule.equals("standard"), "costs other than standard");
    if (robust) {
      return robust();
    }
    return List.of(shift ? advShift() : fixed());
  }

  private void only(String key, boolean allowed, String where) {
    section.read(key);
    if (!allowed && section.has(key)) {
      section.problem(key, "only %s has it, and costs are '%s'".formatted(where, rule));
    }
  }

  private Costs fixed() {
    return switch (rule) {
      case "standard" -> new StandardCosts(form, from);
      case "balanced" -> new BalancedCosts(form, from, Strata.By.CLASS);
      default -> new ClassRuleCosts(rule, form, from);
    };
  }

  /** Those left out are as in the recipe that is changed, or in the built-in robust one. */
  private List<RobustCosts> robust() {
    RobustCosts usual = base instanceof RobustCosts robust ? robust : builtIn.robust();
    Robust.Anchor anchor = section.word("anchor", usual.anchor(), Robust.Anchor.class);
    MultiplierOptions multipliers = multipliers(usual.multipliers());
    List<Double> alphas = section.numbers("alpha", List.of(usual.alpha()));
    return alphas.stream()
        .map(
            alpha ->
                new RobustCosts(share(alpha), anchor, multipliers, form, from, Strata.By.CLASS))
        .toList();
  }

  private double share(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: expected [0, 1], found " + alpha);
    }
    return alpha;
  }

  private Costs advShift() {
    AdvShiftCosts usual = base instanceof AdvShiftCosts shift ? shift : Recipes.advShift();
    double radius = section.number("radius", usual.radius());
    double clip = section.number("clip", usual.clip());
    return new AdvShiftCosts(
        radius, clip, multipliers(usual.multipliers()), form, from, Strata.By.CLASS);
  }

  private MultiplierOptions multipliers(MultiplierOptions usual) {
    return MultiplierKeys.read(section.section("multipliers", false), usual);
  }
}
