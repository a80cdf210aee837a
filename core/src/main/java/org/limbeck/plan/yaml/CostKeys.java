package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.objective.ClassRules;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.CostOptions;
import org.limbeck.plan.recipe.Recipes;

/** The keys of a recipe that say what its costs are. */
final class CostKeys {
  private static final List<String> KNOWN = List.of("standard", "balanced", "robust", "adv-shift");

  private final Section section;
  private final CostOptions base;
  private final Recipes builtIn;
  private final String rule;
  private final Objective.Form form;
  private final double from;

  private CostKeys(Section section, CostOptions base, Recipes builtIn) {
    this.section = section;
    this.base = base;
    this.builtIn = builtIn;
    rule = section.value("costs", base.rule(), "costs", CostKeys::known);
    form = section.word("form", base.form(), Objective.Form.class);
    from = section.number("costsFrom", base.from());
  }

  /** The costs of one entry: several where alpha is a list. */
  static List<CostOptions> read(Section section, CostOptions base, Recipes builtIn) {
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

  private List<CostOptions> costs() {
    Strata.By by = section.word("by", base.by(), Strata.By.class);
    return byClass().stream().map(costs -> costs.by(by)).toList();
  }

  private List<CostOptions> byClass() {
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
    return List.of(shift ? advShift() : CostOptions.fixed(rule, form, from));
  }

  private void only(String key, boolean allowed, String where) {
    section.read(key);
    if (!allowed && section.has(key)) {
      section.problem(key, "only %s has it, and costs are '%s'".formatted(where, rule));
    }
  }

  private List<CostOptions> robust() {
    CostOptions usual = usual("robust", BuiltIn.ROBUST);
    Robust.Anchor anchor =
        section.word("anchor", Objects.requireNonNull(usual.anchor()), Robust.Anchor.class);
    MultiplierOptions multipliers = multipliers(usual);
    List<Double> alphas = section.numbers("alpha", List.of(value(usual.alpha())));
    return alphas.stream()
        .map(alpha -> CostOptions.robust(share(alpha), anchor, multipliers, form, from))
        .toList();
  }

  private double share(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: expected [0, 1], found " + alpha);
    }
    return alpha;
  }

  private CostOptions advShift() {
    CostOptions usual = usual("adv-shift", BuiltIn.ADV_SHIFT);
    double radius = section.number("radius", value(usual.radius()));
    double clip = section.number("clip", value(usual.clip()));
    return CostOptions.advShift(radius, clip, multipliers(usual), form, from);
  }

  /** The options of the recipe that is changed, or those of the built-in one for these costs. */
  private CostOptions usual(String costs, BuiltIn recipe) {
    return base.rule().equals(costs) ? base : builtIn.of(recipe).costs();
  }

  private MultiplierOptions multipliers(CostOptions usual) {
    return MultiplierKeys.read(
        section.section("multipliers", false), Objects.requireNonNull(usual.multipliers()));
  }

  private static double value(@Nullable Double option) {
    return Objects.requireNonNull(option);
  }
}
