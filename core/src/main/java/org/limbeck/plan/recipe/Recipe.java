package org.limbeck.plan.recipe;

import org.jspecify.annotations.Nullable;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.LossOptions;

/**
 * The four choices of a run: label weights, costs, extra margins, post-hoc rule (docs/method.md,
 * "Recipes").
 *
 * @param name as study files and tables call it
 * @param variant tells recipes of the same name apart, like the alpha of robust; null for one alone
 * @param labels what is learnt from
 * @param costs what is minimised
 * @param margins extra margins of classes
 * @param postHoc what is done to the trained network
 */
public record Recipe(
    String name,
    @Nullable String variant,
    LabelOptions labels,
    CostOptions costs,
    MarginOptions margins,
    PostHocOptions postHoc) {
  /** The teacher of students that learn from labels alone. */
  public static final Recipe NONE = of("none", LabelOptions.ONE_HOT, CostOptions.STANDARD);

  private static final String TEACHER_RULE = "teacher-margin";

  public Recipe {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")) {
      throw new IllegalArgumentException(
          "name: expected letters, digits and '. _ + -', found '" + name + "'");
    }
    if (!labels.needsTeacher()) {
      requireNoTeacher("margins", margins.rule());
      requireNoTeacher("costs", costs.rule());
    }
    MultiplierOptions multipliers = costs.multipliers();
    if (!labels.needsTeacher()
        && multipliers != null
        && multipliers.validationLabels() == MultiplierOptions.ValidationLabels.TEACHER) {
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
  public static Recipe of(String objective, LabelOptions labels, CostOptions costs) {
    Double alpha = costs.alpha();
    return new Recipe(
        objective,
        alpha == null ? null : alpha.toString(),
        labels,
        costs,
        MarginOptions.NONE,
        PostHocOptions.NONE);
  }

  /** The name with its variant, for tables: {@code robust(0.5)}. */
  public String label() {
    return variant == null ? name : name + "(" + variant + ")";
  }

  /** alpha of robust costs, else null. */
  public @Nullable Double alpha() {
    return costs.alpha();
  }

  /** The anchor of robust costs, else null. */
  public Robust.@Nullable Anchor anchor() {
    return costs.anchor();
  }

  /** How multipliers move, where they do. */
  public @Nullable MultiplierOptions multipliers() {
    return costs.multipliers();
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
    MultiplierOptions multipliers = costs.multipliers();
    return multipliers != null
        && multipliers.validationLabels() == MultiplierOptions.ValidationLabels.TEACHER;
  }

  /** The recipe whose network a post-hoc rule changes; this one where there is no such rule. */
  public Recipe trained() {
    return postHoc.rule() == PostHocOptions.Rule.NONE
        ? this
        : new Recipe(
            postHoc.of(), postHoc.ofVariant(), labels, costs, margins, PostHocOptions.NONE);
  }
}
