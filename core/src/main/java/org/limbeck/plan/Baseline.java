package org.limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.plan.recipe.MarginOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.teacher.LabelOptions;

/**
 * The student that is trained without a teacher, on the labels with standard costs: what
 * distillation has to beat.
 */
public final class Baseline {
  private Baseline() {}

  /** Whether a student's recipe is that of the baseline, whatever its name. */
  public static boolean matches(Recipe student) {
    return student.labels().equals(LabelOptions.ONE_HOT)
        && student.costs() instanceof StandardCosts
        && student.margins().equals(MarginOptions.NONE)
        && student.postHoc().equals(PostHocOptions.NONE);
  }

  /** The baseline of a study with some other students; empty where one of them is it already. */
  static Optional<Recipe> beside(List<Recipe> students) {
    if (students.stream().anyMatch(Baseline::matches)) {
      return Optional.empty();
    }
    return names()
        .map(name -> Recipe.of(name, LabelOptions.ONE_HOT, StandardCosts.USUAL))
        .filter(baseline -> students.stream().noneMatch(other -> clash(baseline, other)))
        .findFirst();
  }

  private static Stream<String> names() {
    return Stream.concat(
        Stream.of("standard", "baseline"),
        IntStream.iterate(2, i -> i + 1).mapToObj(i -> "baseline-" + i));
  }

  /**
   * Whether tables could not tell two students apart; those with a teacher have its name there. The
   * network that a rule after training changes may be the baseline's: it is trained once.
   */
  private static boolean clash(Recipe baseline, Recipe other) {
    return !other.labels().needsTeacher()
        && (other.label().equals(baseline.label())
            || (other.trained().label().equals(baseline.label())
                && !other.trained().equals(baseline)));
  }
}
