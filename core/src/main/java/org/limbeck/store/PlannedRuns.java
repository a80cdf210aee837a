package org.limbeck.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * Expands a plan into its runs: for each seed each teacher, after it each of its students, then the
 * students that have none. A run comes after the one that it needs.
 */
public final class PlannedRuns {
  private final StudyPlan plan;
  private final LongFunction<String> fingerprint;
  private final Function<ForeignTeacher, ForeignSpec> content;
  private final List<PlannedRun> runs = new ArrayList<>();

  private PlannedRuns(
      StudyPlan plan,
      LongFunction<String> fingerprint,
      Function<ForeignTeacher, ForeignSpec> content) {
    this.plan = plan;
    this.fingerprint = fingerprint;
    this.content = content;
  }

  /**
   * The runs of a plan, in its order.
   *
   * @param fingerprint of the splits of a study seed; all that the runs take from the data
   * @param content of a foreign teacher's files
   */
  public static List<PlannedRun> of(
      StudyPlan plan,
      LongFunction<String> fingerprint,
      Function<ForeignTeacher, ForeignSpec> content) {
    var planned = new PlannedRuns(plan, fingerprint, content);
    plan.seeds().forEach(planned::expandSeed);
    // Seeds that share a split share the runs of foreign teachers.
    return planned.runs.stream().distinct().toList();
  }

  private void expandSeed(long seed) {
    List<Recipe> students = plan.students();
    List<Recipe> taught = students.stream().filter(r -> r.labels().needsTeacher()).toList();
    for (RunSpec teacher : teachers(seed)) {
      PlannedRun run = PlannedRun.of(teacher, true);
      runs.add(run);
      expandStudents(seed, taught, run);
    }
    // Students that learn from labels alone are the same whatever the teachers.
    List<Recipe> untaught = students.stream().filter(r -> !r.labels().needsTeacher()).toList();
    expandStudents(seed, untaught, null);
  }

  private List<RunSpec> teachers(long seed) {
    return plan.teacher()
        .trained()
        .map(role -> trained(seed, role))
        .orElseGet(() -> plan.teacher().foreign().stream().map(one -> foreign(seed, one)).toList());
  }

  private List<RunSpec> trained(long seed, RolePlan role) {
    return role.expanded(Role.TEACHER).stream()
        .map(recipe -> spec(seed, role, Role.TEACHER, recipe, null))
        .toList();
  }

  private RunSpec foreign(long seed, ForeignTeacher teacher) {
    return RunSpec.ofForeign(
        fingerprint.apply(seed),
        plan.data().splitSeed(seed),
        TeacherPlan.recipe(teacher),
        content.apply(teacher));
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
    RunSpec.TeacherLink link = link(recipe, teacher);
    return PlannedRun.of(spec(seed, plan.student(), Role.STUDENT, recipe, link), asked);
  }

  private RunSpec.@Nullable TeacherLink link(Recipe student, @Nullable PlannedRun teacher) {
    if (teacher == null) {
      return null;
    }
    ScoreMode own = student.labels().scores();
    return new RunSpec.TeacherLink(
        teacher.id(), teacher.spec().recipe(), own == null ? plan.scores() : own);
  }

  private RunSpec spec(
      long seed,
      RolePlan rolePlan,
      Role role,
      Recipe recipe,
      RunSpec.@Nullable TeacherLink teacher) {
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
