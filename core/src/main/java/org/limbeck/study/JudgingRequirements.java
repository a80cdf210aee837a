package org.limbeck.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationParts;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.judging.Driving;
import org.limbeck.store.judging.Unjudged;

/** What a plan requires of the part of validation that judges, and what to know of it. */
final class JudgingRequirements {
  private JudgingRequirements() {}

  /**
   * Checks that something judges what validation drives.
   *
   * @throws LimbeckException if the judging part is empty
   */
  static void check(StudyPlan plan, Dataset data) {
    Optional<ValidationParts> parts = data.parts();
    if (parts.isEmpty() || parts.get().rows(ValidationParts.Part.SECOND).length > 0) {
      return;
    }
    driven(plan)
        .ifPresent(
            driven -> {
              throw new LimbeckException(
                  parts.get().judge() == 0
                      ? "data.validation.judge: 0, but validation drives %s; what drives a student cannot judge it: give a share such as 0.5"
                          .formatted(driven)
                      : "data.validation: every class of '%s' has a single validation example, and validation drives %s; what drives a student cannot judge it: give validation a larger share"
                          .formatted(data.name(), driven));
            });
  }

  /** The first recipe that validation drives, with the reason; empty where there is none. */
  private static Optional<String> driven(StudyPlan plan) {
    Optional<String> teacher =
        plan.teacher()
            .trained()
            .flatMap(role -> first(Role.TEACHER, role, plan.teacher().recipes(), null));
    Optional<String> foreign =
        plan.teacher().foreign().stream()
            .filter(one -> one.source().fitsValidation())
            .map(one -> "teacher '%s' (its weights are fitted to validation)".formatted(one.name()))
            .findFirst();
    return teacher
        .or(() -> foreign)
        .or(() -> first(Role.STUDENT, plan.student(), plan.students(), plan.scores()));
  }

  private static Optional<String> first(
      Role role, RolePlan plan, List<Recipe> recipes, @Nullable ScoreMode scores) {
    return recipes.stream()
        .flatMap(recipe -> named(role, plan, recipe, scores).stream())
        .findFirst();
  }

  private static Optional<String> named(
      Role role, RolePlan plan, Recipe recipe, @Nullable ScoreMode scores) {
    ScoreMode own = recipe.labels().scores();
    ScoreMode read = recipe.labels().needsTeacher() ? (own == null ? scores : own) : null;
    return Driving.reason(recipe, plan.train(), role == Role.TEACHER ? null : read)
        .map(reason -> "%s '%s' (%s)".formatted(role.label(), recipe.label(), reason));
  }

  /** What people should know about how the students of a study are judged, a sentence each. */
  static List<String> notes(List<RunTask> tasks, Dataset data) {
    List<String> notes = new ArrayList<>();
    long again =
        tasks.stream()
            .filter(task -> task.data() == data && task.spec().swapsParts() && task.trains())
            .count();
    ValidationParts parts = data.parts().orElse(null);
    if (again > 0 && parts != null) {
      notes.add(
          ("Few validation examples judge a class (%d at the fewest, fewer than 10), so the two parts"
                  + " of validation change roles in a second training of what validation drives: %d"
                  + " more training%s%s. The student that ships is that of the first training.")
              .formatted(
                  parts.fewestJudging(), again, again == 1 ? "" : "s", scoredAgain(tasks, data)));
    }
    if (parts != null && tasks.stream().anyMatch(task -> task.spec().driving() != null)) {
      Unjudged.sentence(unjudged(parts, data)).ifPresent(notes::add);
    }
    return notes;
  }

  /** A foreign teacher with weights that are fitted to validation. */
  private static String scoredAgain(List<RunTask> tasks, Dataset data) {
    long again =
        tasks.stream()
            .filter(task -> task.data() == data && task.spec().swapsParts() && task.scores())
            .count();
    return again == 0
        ? ""
        : ", and %d foreign teacher%s scored again, with weights fitted to the other part"
            .formatted(again, again == 1 ? "" : "s");
  }

  private static Map<String, Integer> unjudged(ValidationParts parts, Dataset data) {
    int[] all = data.classCounts(Split.VALIDATION);
    int[] judging =
        data.validation()
            .select(parts.rows(ValidationParts.Part.SECOND))
            .classCounts(data.classes());
    Map<String, Integer> unjudged = new LinkedHashMap<>();
    for (int y = 0; y < all.length; y++) {
      if (all[y] > 0 && judging[y] == 0) {
        unjudged.put(data.classNames().get(y), all[y]);
      }
    }
    return unjudged;
  }
}
