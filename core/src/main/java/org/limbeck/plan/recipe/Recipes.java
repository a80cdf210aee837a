package org.limbeck.plan.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.LabelSource;

/**
 * Makes the built-in recipes.
 *
 * @param labels what recipes learn from that do not say otherwise: one-hot for a teacher, the
 *     teacher's probabilities for a student
 * @param anchor of robust costs
 * @param multipliers of robust costs
 */
public record Recipes(LabelOptions labels, Robust.Anchor anchor, MultiplierOptions multipliers) {
  /** Where post-shift looks, in nats; log 10 is 2.3. */
  public static final List<Double> DELTAS = List.of(0.0, 0.1, 0.3, 1.0, 3.0);

  private static final double DEFAULT_ALPHA = 1.0;
  private static final double GROUP_DRO_GAMMA = 0.01;
  private static final double LDAM_SCALE = 15;
  private static final double DEFERRED = 0.8;
  private static final double RADIUS = 0.1;
  private static final double CLIP = 2;
  private static final double ADV_SHIFT_GAMMA = 0.01;

  /** The parts of a built-in recipe. */
  public Recipe of(BuiltIn recipe) {
    Costs standard = StandardCosts.USUAL;
    return switch (recipe) {
      case STANDARD -> plain(recipe, labels, standard);
      case BALANCED -> plain(recipe, labels, BalancedCosts.USUAL);
      case ROBUST -> plain(recipe, labels, robust());
      case DISTILLATION ->
          plain(recipe, new LabelOptions(LabelSource.MIX, 0.5, 2, ScoreMode.RAW), standard);
      case GROUP_DRO -> plain(recipe, LabelOptions.ONE_HOT, groupDro());
      case LOGIT_ADJUSTMENT -> plain(recipe, LabelOptions.ONE_HOT, BalancedCosts.USUAL);
      case LDAM_DRW ->
          with(
              recipe,
              LabelOptions.ONE_HOT,
              new ClassRuleCosts("effective-number", Objective.Form.REWEIGHT, DEFERRED),
              new MarginOptions("ldam", LDAM_SCALE));
      case BKD ->
          plain(recipe, new LabelOptions(LabelSource.REBALANCED, 0.5, 2, ScoreMode.RAW), standard);
      case ADA_ALPHA ->
          plain(recipe, new LabelOptions(LabelSource.CLASS_MIX, 1, 1, null), standard);
      case ADA_MARGIN -> with(recipe, labels, standard, new MarginOptions("teacher-margin", 1));
      case ADV_SHIFT -> plain(recipe, LabelOptions.ONE_HOT, advShift());
      case POST_SHIFT -> postShift(plain(BuiltIn.STANDARD, labels, standard), "post-shift", 0);
      case TEMPERATURE -> temperature(plain(BuiltIn.STANDARD, labels, standard), "temperature");
    };
  }

  /** The costs of {@link BuiltIn#ROBUST}. */
  public RobustCosts robust() {
    return robust(DEFAULT_ALPHA);
  }

  /** Costs that follow the worst class with weight alpha. */
  public RobustCosts robust(double alpha) {
    return new RobustCosts(alpha, anchor, multipliers, Objective.Form.MARGIN, 0, Strata.By.CLASS);
  }

  private static Costs groupDro() {
    return new RobustCosts(
        1,
        Robust.Anchor.BALANCED,
        MultiplierOptions.onBatches(GROUP_DRO_GAMMA),
        Objective.Form.REWEIGHT,
        0,
        Strata.By.CLASS);
  }

  /** The costs of {@link BuiltIn#ADV_SHIFT}. */
  public static AdvShiftCosts advShift() {
    return new AdvShiftCosts(
        RADIUS,
        CLIP,
        MultiplierOptions.onBatches(ADV_SHIFT_GAMMA),
        Objective.Form.REWEIGHT,
        0,
        Strata.By.CLASS);
  }

  private static Recipe plain(BuiltIn recipe, LabelOptions labels, Costs costs) {
    return with(recipe, labels, costs, MarginOptions.NONE);
  }

  private static Recipe with(
      BuiltIn recipe, LabelOptions labels, Costs costs, MarginOptions margins) {
    return new Recipe(recipe.label(), null, labels, costs, margins, PostHocOptions.NONE);
  }

  /** A trained recipe with its scores shifted towards weak classes. */
  public static Recipe postShift(Recipe trained, String name, double delta) {
    return after(trained, name, PostHocOptions.Rule.POST_SHIFT, delta);
  }

  /** A trained recipe with its scores divided by one temperature. */
  public static Recipe temperature(Recipe trained, String name) {
    return after(trained, name, PostHocOptions.Rule.TEMPERATURE, null);
  }

  private static @Nullable String variant(Recipe trained, @Nullable Double delta) {
    if (delta == null || trained.variant() == null) {
      return delta == null ? trained.variant() : delta.toString();
    }
    return trained.variant() + "; " + delta;
  }

  private static Recipe after(
      Recipe trained, String name, PostHocOptions.Rule rule, @Nullable Double delta) {
    return new Recipe(
        name,
        variant(trained, delta),
        trained.labels(),
        trained.costs(),
        trained.margins(),
        new PostHocOptions(rule, delta, trained.name(), trained.variant()));
  }
}
