package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.RolePlanBuilder;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.teacher.LabelOptions;

/** Reads the sections {@code teacher} and {@code student}, which have the same keys. */
final class RoleSection {
  private static final NetworkSpec STAND_IN = new NetworkSpec.Mlp(List.of(1));

  private RoleSection() {}

  /** What stands for a plan that cannot be made. */
  static RolePlan standIn(Role role) {
    return RolePlan.builder(role, STAND_IN).build();
  }

  /** Reads all keys but {@code scores} and {@code baseline}; the caller ends the section. */
  static RolePlan read(Section section, Role role) {
    NetworkSpec network = RoleKeys.NETWORK.read(section, STAND_IN);
    RolePlan standard = RolePlan.builder(role, network).build();
    boolean alone = !section.has(RoleKeys.RECIPES.name());
    List<String> objectives =
        RoleKeys.OBJECTIVES.read(section, alone ? standard.objectives() : List.of());
    List<Double> alphas = RoleKeys.ALPHAS.read(section, standard.alphas());
    Robust.Anchor anchor = RoleKeys.ANCHOR.read(section, standard.anchor());
    MultiplierOptions multipliers = multipliers(section, role, network);
    LabelOptions labels = labels(section, role, standard.labels());
    var builtIn = new Recipes(labels, anchor, multipliers);
    List<Recipe> recipes = recipes(section, role, builtIn);
    RolePlanBuilder usual =
        standard.toBuilder()
            .alphas(alphas)
            .anchor(anchor)
            .multipliers(multipliers)
            .labels(labels)
            .train(TrainKeys.read(RoleKeys.TRAIN.below(section), network));
    RolePlan standIn = usual.build();
    RolePlan plan =
        section.build(() -> usual.objectives(objectives).recipes(recipes).build(), standIn);
    List<Double> deltas = postShift(section, role);
    return section.build(() -> plan.withPostShift(deltas), plan);
  }

  /** The deltas of {@code postShift}; none where the key is missing. */
  private static List<Double> postShift(Section section, Role role) {
    boolean given = RoleKeys.POST_SHIFT.in(section);
    if (given && role == Role.TEACHER) {
      RoleKeys.POST_SHIFT.problem(
          section, "a teacher's scores are calibrated instead; see teacher.scores");
    }
    List<Double> deltas = RoleKeys.POST_SHIFT.read(section, Recipes.DELTAS);
    return given ? deltas : List.of();
  }

  private static LabelOptions labels(Section section, Role role, LabelOptions usual) {
    if (role == Role.TEACHER) {
      return usual;
    }
    LabelOptions read = section.build(() -> LabelKeys.readMix(section, usual), usual);
    if (read.needsTeacher()) {
      return read;
    }
    LabelKeys.LABELS.problem(
        section, "the objectives of students learn from a teacher; a recipe may be one-hot");
    return usual;
  }

  private static MultiplierOptions multipliers(Section role, Role of, NetworkSpec network) {
    Section section = RoleKeys.MULTIPLIERS.below(role);
    MultiplierOptions read = MultiplierKeys.read(section, TrainDefaults.multipliers(network));
    if (of == Role.TEACHER
        && read.validationLabels() == MultiplierOptions.ValidationLabels.TEACHER) {
      section.problem("validationLabels", "a teacher has no teacher; use one-hot");
    }
    return read;
  }

  /** The entries of {@code recipes}; objectives are optional beside them. */
  private static List<Recipe> recipes(Section section, Role role, Recipes builtIn) {
    List<Recipe> all = new ArrayList<>();
    for (Section entry : section.entries(RoleKeys.RECIPES.name(), RecipeKeys.FROM.name())) {
      all.addAll(RecipeSection.read(entry, role, builtIn));
    }
    return all;
  }
}
