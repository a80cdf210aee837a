package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.plan.Role;
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

  private RecipeSection(Section section, Role role, Recipes builtIn) {
    this.section = section;
    this.role = role;
    this.builtIn = builtIn;
    from = section.value("from", BuiltIn.STANDARD, "a recipe", RecipeSection::builtIn);
    base = builtIn.of(from);
  }

  /** The recipes of one entry: several where alpha or delta is a list. */
  static List<Recipe> read(Section section, Role role, Recipes builtIn) {
    var reader = new RecipeSection(section, role, builtIn);
    List<Recipe> recipes = section.build(reader::recipes, List.of());
    if (!recipes.isEmpty()) { // else keys after the bad one were not read, and are not unknown
      section.finish();
    }
    return recipes;
  }

  private static BuiltIn builtIn(String text) {
    for (BuiltIn recipe : BuiltIn.values()) {
      if (recipe.label().equals(text)) {
        return recipe;
      }
    }
    throw new LimbeckException(
        "no recipe '" + text + "'" + DidYouMean.hint(text, BuiltIn.labels()));
  }

  private List<Recipe> recipes() {
    if (role == Role.TEACHER && !from.forTeachers()) {
      section.problem("from", "'" + from.label() + "' needs a teacher, and this is one");
    }
    LabelOptions labels = LabelKeys.read(section, base.labels());
    if (role == Role.TEACHER && labels.needsTeacher()) {
      section.problem("labels", "a teacher has no teacher; use one-hot");
      labels = LabelOptions.ONE_HOT;
    }
    List<Costs> costs = CostKeys.read(section, base.costs(), builtIn);
    MarginOptions margins = margins();
    var rule = section.word("postHoc", base.postHoc().rule(), PostHocOptions.Rule.class);
    if (role == Role.TEACHER && rule != PostHocOptions.Rule.NONE) {
      section.problem("postHoc", "a teacher's scores are calibrated instead; see teacher.scores");
    }
    String name = section.text("name", usualName(rule));
    String trainedName = rule == PostHocOptions.Rule.NONE ? name : trainedName(name);
    List<Recipe> recipes = new ArrayList<>();
    for (Costs one : costs) {
      boolean changed = rule != PostHocOptions.Rule.NONE;
      String variant = section.text(changed ? "ofVariant" : "variant", variant(one));
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
    return section.text("of", trainsItsOwn() ? name + "-trained" : usual);
  }

  private boolean trainsItsOwn() {
    return List.of("labels", "mix", "temperature", "scores", "costs", "form", "costsFrom", "anchor")
            .stream()
            .anyMatch(section::has)
        || List.of("multipliers", "by", "radius", "clip", "margins", "marginScale").stream()
            .anyMatch(section::has);
  }

  private String variant(Costs costs) {
    boolean several = from == BuiltIn.ROBUST || section.has("alpha");
    return several && costs instanceof RobustCosts robust ? String.valueOf(robust.alpha()) : "";
  }

  private static Recipe trained(
      String name, String variant, LabelOptions labels, Costs costs, MarginOptions margins) {
    String shown = variant.isEmpty() ? null : variant;
    return new Recipe(name, shown, labels, costs, margins, PostHocOptions.NONE);
  }

  private List<Recipe> after(PostHocOptions.Rule rule, String name, Recipe trained) {
    List<Double> deltas = section.numbers("delta", Recipes.DELTAS);
    if (section.has("delta") && rule != PostHocOptions.Rule.POST_SHIFT) {
      section.problem("delta", "only postHoc: post-shift has a delta");
    }
    return switch (rule) {
      case NONE -> List.of(trained);
      case TEMPERATURE -> List.of(Recipes.temperature(trained, name));
      case POST_SHIFT ->
          deltas.stream().map(delta -> Recipes.postShift(trained, name, delta)).toList();
    };
  }

  private MarginOptions margins() {
    String rule =
        section.value("margins", base.margins().rule(), "a class rule", CostKeys::classRuleOrNone);
    double usual = base.margins().none() ? 1 : base.margins().scale();
    double scale = section.number("marginScale", rule.equals("none") ? 0 : usual);
    if (section.has("marginScale") && rule.equals("none")) {
      section.problem("marginScale", "there are no margins to scale; name some with margins:");
    }
    return new MarginOptions(rule, scale);
  }
}
