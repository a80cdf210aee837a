package org.limbeck.plan;

import java.util.List;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.TrainOptions;

/** Makes a {@link RolePlan}, which explains each part. */
public final class RolePlanBuilder {
  private NetworkSpec network;
  private List<String> objectives;
  private List<Double> alphas;
  private Robust.Anchor anchor;
  private MultiplierOptions multipliers;
  private LabelOptions labels;
  private List<Recipe> recipes;
  private TrainOptions train;

  RolePlanBuilder(RolePlan start) {
    network = start.network();
    objectives = start.objectives();
    alphas = start.alphas();
    anchor = start.anchor();
    multipliers = start.multipliers();
    labels = start.labels();
    recipes = start.recipes();
    train = start.train();
  }

  /** The kind of network; changes no other part. */
  public RolePlanBuilder network(NetworkSpec value) {
    network = value;
    return this;
  }

  /** The objectives, by name; none where recipes are enough. */
  public RolePlanBuilder objectives(List<String> values) {
    objectives = values;
    return this;
  }

  /** Trade-offs of the robust objective, each in [0, 1]. */
  public RolePlanBuilder alphas(List<Double> values) {
    alphas = values;
    return this;
  }

  /** What alpha = 0 means. */
  public RolePlanBuilder anchor(Robust.Anchor value) {
    anchor = value;
    return this;
  }

  /** How the robust objective moves its multipliers. */
  public RolePlanBuilder multipliers(MultiplierOptions value) {
    multipliers = value;
    return this;
  }

  /** What the objectives learn from. */
  public RolePlanBuilder labels(LabelOptions value) {
    labels = value;
    return this;
  }

  /** Trained besides the objectives. */
  public RolePlanBuilder recipes(List<Recipe> values) {
    recipes = values;
    return this;
  }

  /** How the network is trained. */
  public RolePlanBuilder train(TrainOptions value) {
    train = value;
    return this;
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException if nothing is trained, or two recipes have one name
   */
  public RolePlan build() {
    return new RolePlan(network, objectives, alphas, anchor, multipliers, labels, recipes, train);
  }
}
