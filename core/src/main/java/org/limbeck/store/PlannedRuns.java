package org.limbeck.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.Recipe;

/**
 * Expands a plan into its runs: for each seed each teacher, after it each of its students, then the
 * students that have none. A run comes after the one that it needs.
 */
public final class PlannedRuns {
  private final StudyPlan plan;
  private final LongFunction<String> fingerprint;
  private final List<PlannedRun> runs = new ArrayList<>();

  private PlannedRuns(StudyPlan plan, LongFunction<String> fingerprint) {
    this.plan = plan;
    this.fingerprint = fingerprint;
  }

  /**
   * The runs of a plan, in its order.
   *
   * @param fingerprint of the splits of a study seed; all that the runs take from the data
   */
  public static List<PlannedRun> of(StudyPlan plan, LongFunction<String> fingerprint) {
    var planned = new PlannedRuns(plan, fingerprint);
    plan.seeds().forEach(planned::expandSeed);
    return List.copyOf(planned.runs);
  }

  private void expandSeed(long seed) {
    List<Recipe> students = plan.students();
    List<Recipe> taught = students.stream().filter(r -> r.labels().needsTeacher()).toList();
    for (Recipe teacher : plan.teacher().expanded(Role.TEACHER)) {
      PlannedRun run = PlannedRun.of(spec(seed, Role.TEACHER, teacher, null), true);
      runs.add(run);
      expandStudents(seed, taught, run);
    }
    // Students that learn from labels alone are the same whatever the teachers.
    List<Recipe> untaught = students.stream().filter(r -> !r.labels().needsTeacher()).toList();
    expandStudents(seed, untaught, null);
  }

  /** Each trained network once, followed by the post-hoc rules that change it. */
  private void expandStudents(long seed, List<Recipe> recipes, @Nullable PlannedRun teacher) {
    Map<Recipe, List<Recipe>> changed = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      List<Recipe> after = changed.computeIfAbsent(recipe.trained(), key -> new ArrayList<>());
      if (!recipe.equals(recipe.trained())) {
        after.add(recipe);
      }
    }
    changed.forEach(
        (trained, after) -> {
          runs.add(student(seed, trained, teacher, recipes.contains(trained)));
          after.forEach(recipe -> runs.add(student(seed, recipe, teacher, true)));
        });
  }

  private PlannedRun student(
      long seed, Recipe recipe, @Nullable PlannedRun teacher, boolean asked) {
    return PlannedRun.of(spec(seed, Role.STUDENT, recipe, link(recipe, teacher)), asked);
  }

  private RunSpec.@Nullable TeacherLink link(Recipe student, @Nullable PlannedRun teacher) {
    if (teacher == null) {
      return null;
    }
    ScoreMode own = student.labels().scores();
    return new RunSpec.TeacherLink(
        teacher.id(), teacher.spec().recipe(), own == null ? plan.scores() : own);
  }

  private RunSpec spec(long seed, Role role, Recipe recipe, RunSpec.@Nullable TeacherLink teacher) {
    RolePlan rolePlan = role == Role.TEACHER ? plan.teacher() : plan.student();
    return new RunSpec(
        RunSpec.FORMAT_VERSION,
        fingerprint.apply(seed),
        plan.data().splitSeed(seed),
        role,
        recipe,
        rolePlan.network().text(),
        rolePlan.train().resolved(rolePlan.network()),
        seed,
        teacher);
  }
}
