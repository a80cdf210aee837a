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
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.plan.recipe.StandardCosts;

/** The keys of a recipe that say what its costs are; {@link CostReader} reads them. */
final class CostKeys {
  private static final List<String> KNOWN = List.of("standard", "balanced", "robust", "adv-shift");

  static final Key<Costs, String> COSTS =
      new Key<>(
              "costs",
              Kind.scalar(
                  "`standard`, `balanced`, `robust`, `adv-shift`, or a class rule",
                  "costs",
                  CostKeys::known,
                  rule -> rule),
              "How much each class costs.",
              Costs::rule)
          .training();
  static final Key<Costs, Objective.Form> FORM =
      new Key<>(
              "form",
              Kind.word(Objective.Form.class),
              "Whether costs move the margins of the loss or weigh its terms.",
              Costs::form)
          .training();
  static final Key<Costs, Double> COSTS_FROM =
      new Key<>(
              "costsFrom",
              Kind.NUMBER,
              "Share of the training after which the costs count, from 0 to below 1; standard costs"
                  + " ignore it.",
              (Costs costs) -> usual(costs) ? null : costs.from())
          .training();
  static final Key<Costs, Strata.By> BY =
      new Key<>(
              "by",
              Kind.word(Strata.By.class),
              "The parts of the data that have a risk and a multiplier each.",
              (Costs costs) -> costs.by() == Strata.By.CLASS ? null : costs.by())
          .training();

  /** Makes no other network of a recipe: robust networks are told apart by it already. */
  static final Key<Costs, List<Double>> ALPHA =
      new Key<>(
          "alpha",
          Kind.NUMBERS,
          "`costs: robust`: weight of the worst class, 0 to 1; a list makes a recipe of each.",
          costs -> costs instanceof RobustCosts robust ? List.of(robust.alpha()) : null);

  static final Key<Costs, Robust.Anchor> ANCHOR =
      new Key<>(
              "anchor",
              Kind.word(Robust.Anchor.class),
              "`costs: robust`: what alpha 0 means.",
              (Costs costs) -> costs instanceof RobustCosts robust ? robust.anchor() : null)
          .training();
  static final Key<Costs, Double> RADIUS =
      new Key<>(
              "radius",
              Kind.NUMBER,
              "`costs: adv-shift`: radius of the ball of label distributions, in nats, 0 or more.",
              (Costs costs) -> costs instanceof AdvShiftCosts shift ? shift.radius() : null)
          .training();
  static final Key<Costs, Double> CLIP =
      new Key<>(
              "clip",
              Kind.NUMBER,
              "`costs: adv-shift`: class risks above it count as it, in nats, above 0.",
              (Costs costs) -> costs instanceof AdvShiftCosts shift ? shift.clip() : null)
          .training();
  static final Entry.Part<Costs, MultiplierOptions> MULTIPLIERS =
      new Entry.Part<>(
              "multipliers",
              "`costs: robust` and `costs: adv-shift`: how the multipliers move.",
              MultiplierKeys.KEYS,
              (Costs costs) -> costs.moving().orElse(null))
          .training();

  static final List<Entry<Costs>> KEYS =
      List.of(COSTS, FORM, COSTS_FROM, BY, ALPHA, ANCHOR, RADIUS, CLIP, MULTIPLIERS);

  private CostKeys() {}

  /**
   * Whether the share of the costs is the default of costs to which it means nothing. Standard
   * costs that start from a built-in recipe keep its share, which is part of the ids of their runs.
   */
  private static boolean usual(Costs costs) {
    return costs instanceof StandardCosts && costs.from() == 0;
  }

  private static String known(String text) {
    List<String> rules = ClassRules.names();
    if (!KNOWN.contains(text) && !rules.contains(text)) {
      List<String> all = new ArrayList<>(KNOWN);
      all.addAll(rules);
      throw new LimbeckException("no costs '" + text + "'" + DidYouMean.hint(text, all));
    }
    return text;
  }
}
