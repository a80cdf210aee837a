package org.limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.TrainOptions;

/**
 * What is trained as teacher, or as student.
 *
 * @param network the kind of network
 * @param objectives names, each one of {@code standard}, {@code balanced}, {@code robust}; no
 *     duplicates
 * @param alphas trade-offs of the robust objective, each in [0, 1]; no duplicates
 * @param anchor what alpha = 0 means
 * @param multipliers how the robust objective moves its multipliers
 * @param labels what the objectives learn from, and recipes that do not say otherwise
 * @param recipes trained besides the objectives
 * @param train how the network is trained
 */
public record RolePlan(
    NetworkSpec network,
    List<String> objectives,
    List<Double> alphas,
    Robust.Anchor anchor,
    MultiplierOptions multipliers,
    LabelOptions labels,
    List<Recipe> recipes,
    TrainOptions train) {
  /** The names of the objectives, in the order of tables. */
  public static final List<String> OBJECTIVES = List.of("standard", "balanced", "robust");

  public RolePlan {
    objectives = List.copyOf(objectives);
    alphas = List.copyOf(alphas);
    recipes = List.copyOf(recipes);
    if (objectives.isEmpty() && recipes.isEmpty()) {
      throw new IllegalArgumentException("objectives: expected an objective or a recipe");
    }
    RolePlanChecks.requireObjectives(objectives);
    RolePlanChecks.requireAlphas(alphas);
    RolePlanChecks.requireRecipes(recipes, objectives);
  }

  /** Starts with all objectives and the defaults of the network for the role. */
  public static RolePlanBuilder builder(Role role, NetworkSpec network) {
    return new RolePlan(
            network,
            OBJECTIVES,
            role == Role.TEACHER ? List.of(1.0) : List.of(0.5, 1.0),
            Robust.Anchor.BALANCED,
            TrainDefaults.multipliers(network),
            TrainDefaults.labels(role),
            List.of(),
            TrainDefaults.of(network))
        .toBuilder();
  }

  /** Starts from this plan. */
  public RolePlanBuilder toBuilder() {
    return new RolePlanBuilder(this);
  }

  /**
   * The same with post-shift of every network that is trained, once for each delta: the cheap front
   * to beat. Nothing more is trained; what a recipe of the plan does already is not done twice.
   *
   * @param deltas in nats, each &gt;= 0
   */
  public RolePlan withPostShift(List<Double> deltas) {
    List<Recipe> before = expanded();
    Set<Recipe> parts = new HashSet<>(before.stream().map(RolePlan::unnamed).toList());
    List<Recipe> all = new ArrayList<>(recipes);
    for (Recipe trained : new LinkedHashSet<>(before.stream().map(Recipe::trained).toList())) {
      for (double delta : deltas) {
        Recipe shifted = Recipes.postShift(trained, trained.name() + "+post-shift", delta);
        if (parts.add(unnamed(shifted))) {
          all.add(shifted);
        }
      }
    }
    return toBuilder().recipes(all).build();
  }

  /** A recipe without the name that tables give it. */
  private static Recipe unnamed(Recipe recipe) {
    return new Recipe(
        "any", null, recipe.labels(), recipe.costs(), recipe.margins(), recipe.postHoc());
  }

  /** Everything to train, robust once for each alpha, in the order of the plan. */
  public List<Recipe> expanded() {
    var builtIn = new Recipes(labels, anchor, multipliers);
    List<Recipe> all = new ArrayList<>();
    for (String name : objectives) {
      switch (name) {
        case "standard" -> all.add(Recipe.of(name, labels, StandardCosts.USUAL));
        case "balanced" -> all.add(Recipe.of(name, labels, BalancedCosts.USUAL));
        case "robust" ->
            alphas.forEach(alpha -> all.add(Recipe.of(name, labels, builtIn.robust(alpha))));
        default -> throw new IllegalArgumentException("no objective '" + name + "'");
      }
    }
    all.addAll(recipes);
    return List.copyOf(all);
  }
}
