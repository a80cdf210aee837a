package org.limbeck.plan.recipe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.LossOptions;

/**
 * The four choices of a run: label weights, costs, extra margins, post-hoc rule (docs/method.md,
 * "Recipes").
 *
 * @param name as study files and tables call it
 * @param variant tells recipes of the same name apart, like the alpha of robust, in 1 to 64
 *     printable characters; null for one alone
 * @param labels the label source
 * @param costs what is minimised
 * @param margins extra margins of classes
 * @param postHoc what is done to the trained network
 */
public record Recipe(
    String name,
    @Nullable String variant,
    LabelOptions labels,
    Costs costs,
    MarginOptions margins,
    PostHocOptions postHoc) {
  /** The teacher of students that learn from labels alone. */
  public static final Recipe NONE = of("none", LabelOptions.ONE_HOT, StandardCosts.USUAL);

  private static final String TEACHER_RULE = "teacher-margin";

  public Recipe {
    RecipeNames.requireName("name", name);
    RecipeNames.requireVariant("variant", variant);
    if (!labels.needsTeacher()) {
      requireNoTeacher("margins", margins.rule());
      requireNoTeacher("costs", costs.rule());
    }
    if (!labels.needsTeacher() && validatesOnTeacher(costs)) {
      throw new IllegalArgumentException(
          "multipliers: validationLabels: teacher needs a teacher's scores, and labels are one-hot");
    }
  }

  private static void requireNoTeacher(String key, String rule) {
    if (rule.equals(TEACHER_RULE)) {
      throw new IllegalArgumentException(
          key + ": 'teacher-margin' needs a teacher's scores, and labels are one-hot");
    }
  }

  /** One of the three objectives of the paper. */
  public static Recipe of(String objective, LabelOptions labels, Costs costs) {
    String variant = alpha(costs).map(String::valueOf).orElse(null);
    return new Recipe(objective, variant, labels, costs, MarginOptions.NONE, PostHocOptions.NONE);
  }

  /** The name with its variant, for tables: {@code robust(0.5)}. */
  public String label() {
    return variant == null ? name : name + "(" + variant + ")";
  }

  /** The alpha of robust costs; empty for other costs. */
  public Optional<Double> alpha() {
    return alpha(costs);
  }

  private static Optional<Double> alpha(Costs costs) {
    return costs instanceof RobustCosts robust ? Optional.of(robust.alpha()) : Optional.empty();
  }

  /** Whether anything moves the costs during the training. */
  public boolean movesCosts() {
    return costs.moving().isPresent();
  }

  /** What is minimised. */
  public Objective objective(ClassFacts facts) {
    return costs.objective(facts);
  }

  /** What is added to the margin loss. */
  public LossOptions loss(ClassFacts facts) {
    return new LossOptions(
        margins.values(facts), labels.softShare(), labels.temperature(), costs.from());
  }

  /** Whether validation weighs examples with the teacher's scores. */
  public boolean validatesOnTeacher() {
    return validatesOnTeacher(costs);
  }

  private static boolean validatesOnTeacher(Costs costs) {
    return costs
        .moving()
        .map(MultiplierOptions::validationLabels)
        .filter(labels -> labels == MultiplierOptions.ValidationLabels.TEACHER)
        .isPresent();
  }

  /** The recipe whose network a post-hoc rule changes; this one where there is no such rule. */
  public Recipe trained() {
    return postHoc.rule() == PostHocOptions.Rule.NONE
        ? this
        : new Recipe(
            postHoc.of(), postHoc.ofVariant(), labels, costs, margins, PostHocOptions.NONE);
  }
}
