package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.plan.Role;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.MarginOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.teacher.LabelOptions;

/** One entry of {@code recipes}: a built-in name, or one with keys of its own. */
final class RecipeSection {
  private final Section section;
  private final Role role;
  private final Recipes builtIn;
  private final BuiltIn from;
  private final Recipe base;

  private RecipeSection(Section section, Role role, Recipes builtIn, BuiltIn from) {
    this.section = section;
    this.role = role;
    this.builtIn = builtIn;
    this.from = from;
    base = builtIn.of(from);
  }

  /** The recipes of one entry: several where alpha or delta is a list. */
  static List<Recipe> read(Section section, Role role, Recipes builtIn) {
    BuiltIn from = RecipeKeys.FROM.read(section, BuiltIn.STANDARD);
    if (role == Role.TEACHER && !from.forTeachers()) {
      RecipeKeys.FROM.problem(section, "'" + from.label() + "' needs a teacher, and this is one");
      return List.of();
    }
    List<Recipe> recipes =
        section.build(() -> new RecipeSection(section, role, builtIn, from).recipes(), List.of());
    if (!recipes.isEmpty()) { // else keys after the bad one were not read, and are not unknown
      section.finish();
    }
    return recipes;
  }

  private List<Recipe> recipes() {
    LabelOptions labels = LabelKeys.read(section, base.labels());
    if (role == Role.TEACHER && labels.needsTeacher()) {
      LabelKeys.LABELS.problem(section, "a teacher has no teacher; use one-hot");
      labels = LabelOptions.ONE_HOT;
    }
    List<Costs> costs = CostReader.read(section, base.costs(), builtIn);
    MarginOptions margins = MarginKeys.read(section, base.margins());
    PostHocOptions.Rule rule = RecipeKeys.POST_HOC.read(section, base.postHoc().rule());
    if (role == Role.TEACHER && rule != PostHocOptions.Rule.NONE) {
      RecipeKeys.POST_HOC.problem(
          section, "a teacher's scores are calibrated instead; see teacher.scores");
    }
    String name = RecipeKeys.NAME.read(section, usualName(rule));
    boolean changed = rule != PostHocOptions.Rule.NONE;
    String trainedName = changed ? trainedName(name) : name;
    Key<Recipe, String> variantKey = changed ? RecipeKeys.OF_VARIANT : RecipeKeys.VARIANT;
    List<Recipe> recipes = new ArrayList<>();
    for (Costs one : costs) {
      String variant = variantKey.read(section, variant(one));
      recipes.addAll(after(rule, name, trained(trainedName, variant, labels, one, margins)));
    }
    return recipes;
  }

  private String usualName(PostHocOptions.Rule rule) {
    boolean own = rule == base.postHoc().rule();
    return own ? from.label() : from.label() + "+" + Scalars.word(rule);
  }

  /** The name of the recipe that a post-hoc rule changes: the built-in one where it is that. */
  private String trainedName(String name) {
    String usual = base.postHoc().of().isEmpty() ? from.label() : base.postHoc().of();
    boolean another = RecipeKeys.trainsAnother(section);
    return RecipeKeys.OF.read(section, another ? name + "-trained" : usual);
  }

  private String variant(Costs costs) {
    boolean several = from == BuiltIn.ROBUST || CostKeys.ALPHA.in(section);
    return several && costs instanceof RobustCosts robust ? String.valueOf(robust.alpha()) : "";
  }

  private static Recipe trained(
      String name, String variant, LabelOptions labels, Costs costs, MarginOptions margins) {
    String shown = variant.isEmpty() ? null : variant;
    return new Recipe(name, shown, labels, costs, margins, PostHocOptions.NONE);
  }

  private List<Recipe> after(PostHocOptions.Rule rule, String name, Recipe trained) {
    List<Double> deltas = RecipeKeys.DELTA.read(section, Recipes.DELTAS);
    if (RecipeKeys.DELTA.in(section) && rule != PostHocOptions.Rule.POST_SHIFT) {
      RecipeKeys.DELTA.problem(section, "only postHoc: post-shift has a delta");
    }
    return switch (rule) {
      case NONE -> List.of(trained);
      case TEMPERATURE -> List.of(Recipes.temperature(trained, name));
      case POST_SHIFT ->
          deltas.stream().map(delta -> Recipes.postShift(trained, name, delta)).toList();
    };
  }
}
