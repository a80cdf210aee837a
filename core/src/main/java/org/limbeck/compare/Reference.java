package org.limbeck.compare;

import org.jspecify.annotations.Nullable;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.plan.recipe.UnknownCosts;
import org.limbeck.teacher.LabelOptions;

/** A combination that the students of a study are compared with. */
public enum Reference {
  /**
   * Standard teacher, standard student: distillation as it is usually done. Of a foreign teacher's
   * students, the standard student of the same teacher.
   */
  STANDARD("standard", "worst_class_difference"),
  /** Balanced teacher, standard student: only the teacher's objective helps rare classes. */
  BALANCED_TEACHER("balanced", "worst_class_difference_to_balanced_teacher");

  private static final String STUDENT = "standard";

  private final String teacher;
  private final String column;

  Reference(String teacher, String column) {
    this.teacher = teacher;
    this.column = column;
  }

  private Costs costs() {
    return switch (this) {
      case STANDARD -> StandardCosts.USUAL;
      case BALANCED_TEACHER -> BalancedCosts.USUAL;
    };
  }

  /**
   * Whether a combination is the standard student of a foreign teacher: what the students of that
   * teacher are compared with, in place of {@link #STANDARD}.
   */
  static boolean isForeignStandard(Combination combination) {
    return combination.teacher().costs() instanceof UnknownCosts
        && isStandard(combination.student());
  }

  private static boolean isStandard(@Nullable Recipe student) {
    return student != null
        && student.labels().needsTeacher()
        && student.equals(Recipe.of(STUDENT, student.labels(), StandardCosts.USUAL));
  }

  /** Whether a combination is this one; its parts count too, since a recipe may reuse a name. */
  boolean matches(Combination combination) {
    return combination.teacher().equals(Recipe.of(teacher, LabelOptions.ONE_HOT, costs()))
        && isStandard(combination.student());
  }

  /** Its name in tables: {@code balanced / standard}. */
  public String label() {
    return teacher + " / " + STUDENT;
  }

  /** Its name in files: that of the difference of worst-class accuracy to it. */
  public String column() {
    return column;
  }
}
