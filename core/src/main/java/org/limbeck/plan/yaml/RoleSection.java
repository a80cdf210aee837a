package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.train.TrainOptions;

/** The sections {@code teacher} and {@code student}, which have the same keys. */
final class RoleSection {
  private static final NetworkSpec STAND_IN = new NetworkSpec.Mlp(List.of(1));

  private RoleSection() {}

  /** Reads all keys but {@code scores}; the caller ends the section. */
  static RolePlan read(Section section, Role role) {
    if (!section.has("network")) {
      section.problem("network", "missing; for example mlp 16");
    }
    NetworkSpec network =
        section.value("network", STAND_IN, "a network like mlp 16", NetworkSpec::parse);
    List<String> standard = section.has("recipes") ? List.of() : RolePlan.OBJECTIVES;
    List<String> objectives =
        section.list("objectives", standard, "an objective", RoleSection::objective);
    List<Double> usual = role == Role.TEACHER ? List.of(1.0) : List.of(0.5, 1.0);
    List<Double> alphas = section.list("alphas", usual, "a number in [0, 1]", Scalars::share);
    Robust.Anchor anchor = section.word("anchor", Robust.Anchor.BALANCED, Robust.Anchor.class);
    MultiplierOptions multipliers =
        multipliers(section.section("multipliers", false), role, network);
    List<Recipe> recipes =
        recipes(section, role, new Recipes(RolePlan.labels(role), anchor, multipliers));
    TrainOptions train = TrainSection.read(section.section("train", false), network);
    RolePlan plan =
        section.build(
            () -> new RolePlan(network, objectives, alphas, anchor, multipliers, recipes, train),
            RolePlan.builder(role, network)
                .alphas(alphas)
                .anchor(anchor)
                .multipliers(multipliers)
                .train(train)
                .build());
    List<Double> deltas = postShift(section, role);
    return section.build(() -> plan.withPostShift(role, deltas), plan);
  }

  /** The deltas of {@code postShift}; none where the key is missing. */
  private static List<Double> postShift(Section section, Role role) {
    if (!section.has("postShift")) {
      section.read("postShift");
      return List.of();
    }
    if (role == Role.TEACHER) {
      section.problem("postShift", "a teacher's scores are calibrated instead; see teacher.scores");
    }
    return section.numbers("postShift", Recipes.DELTAS);
  }

  private static String objective(String text) {
    if (!RolePlan.OBJECTIVES.contains(text)) {
      throw new LimbeckException(
          "no objective '" + text + "'" + DidYouMean.hint(text, RolePlan.OBJECTIVES));
    }
    return text;
  }

  private static MultiplierOptions multipliers(Section section, Role role, NetworkSpec network) {
    MultiplierOptions read = MultiplierKeys.read(section, TrainDefaults.multipliers(network));
    if (role == Role.TEACHER
        && read.validationLabels() == MultiplierOptions.ValidationLabels.TEACHER) {
      section.problem("validationLabels", "a teacher has no teacher; use one-hot");
    }
    return read;
  }

  /** The entries of {@code recipes}; objectives are optional beside them. */
  private static List<Recipe> recipes(Section section, Role role, Recipes builtIn) {
    List<Recipe> all = new ArrayList<>();
    for (Section entry : section.entries("recipes", "from")) {
      all.addAll(RecipeSection.read(entry, role, builtIn));
    }
    return all;
  }
}
