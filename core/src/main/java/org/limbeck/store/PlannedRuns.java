package org.limbeck.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.Dataset;
import org.limbeck.data.ValidationParts;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.store.judging.Driving;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.train.TrainOptions;

/**
 * Expands a plan into its runs: for each seed each teacher, after it each of its students, then the
 * students that have none. A run comes after the one that it needs.
 */
public final class PlannedRuns {
  private final StudyPlan plan;
  private final LongFunction<Data> data;
  private final Function<ForeignTeacher, ForeignSpec> content;
  private final List<PlannedRun> runs = new ArrayList<>();

  /**
   * What the planned runs of a study take from the splits of a seed.
   *
   * @param fingerprint of the splits
   * @param swaps whether the two parts of validation swap roles in a second training of the runs
   *     that validation drives
   */
  public record Data(String fingerprint, boolean swaps) {
    /** A class with fewer judging examples is judged by both parts. */
    public static final int FEW = 10;

    /** The splits of a seed of a study. */
    public static Data of(Dataset data, StudyPlan plan) {
      return new Data(
          data.fingerprint(),
          data.parts().map(ValidationParts::fewestJudging).filter(Data::few).isPresent()
              && judges(plan));
    }

    /** The same as a finished run knows them. */
    static Data of(DataSummary data, StudyPlan plan) {
      Integer fewest = data.fewestJudging();
      return new Data(data.fingerprint(), fewest != null && few(fewest) && judges(plan));
    }

    private static boolean few(int examples) {
      return examples < FEW;
    }

    private static boolean judges(StudyPlan plan) {
      Double judge = plan.data().judge();
      return judge != null && judge > 0;
    }
  }

  private PlannedRuns(
      StudyPlan plan, LongFunction<Data> data, Function<ForeignTeacher, ForeignSpec> content) {
    this.plan = plan;
    this.data = data;
    this.content = content;
  }

  /**
   * The runs of a plan, in its order.
   *
   * @param data the splits of a study seed, as far as the runs depend on them
   * @param content of a foreign teacher's files
   */
  public static List<PlannedRun> of(
      StudyPlan plan, LongFunction<Data> data, Function<ForeignTeacher, ForeignSpec> content) {
    var planned = new PlannedRuns(plan, data, content);
    plan.seeds().forEach(planned::expandSeed);
    // Seeds that share a split share the runs of foreign teachers.
    return planned.runs.stream().distinct().toList();
  }

  private void expandSeed(long seed) {
    expandSeed(seed, ValidationParts.Part.FIRST);
    if (data.apply(seed).swaps()) {
      expandSeed(seed, ValidationParts.Part.SECOND);
    }
  }

  /*
   * Where the parts of validation swap roles, all runs are expanded twice; those that nothing of
   * validation reaches are the same in both and are done once.
   */
  private void expandSeed(long seed, ValidationParts.Part part) {
    List<Recipe> students = plan.students();
    List<Recipe> taught = students.stream().filter(r -> r.labels().needsTeacher()).toList();
    for (RunSpec teacher : teachers(seed, part)) {
      PlannedRun run = PlannedRun.of(teacher, !teacher.swapsParts());
      runs.add(run);
      expandStudents(seed, part, taught, run);
    }
    // Students that learn from labels alone are the same whatever the teachers.
    List<Recipe> untaught = students.stream().filter(r -> !r.labels().needsTeacher()).toList();
    expandStudents(seed, part, untaught, null);
  }

  private List<RunSpec> teachers(long seed, ValidationParts.Part part) {
    return plan.teacher()
        .trained()
        .map(role -> trained(seed, part, role))
        .orElseGet(
            () -> plan.teacher().foreign().stream().map(one -> foreign(seed, part, one)).toList());
  }

  private List<RunSpec> trained(long seed, ValidationParts.Part part, RolePlan role) {
    return role.expanded().stream()
        .map(recipe -> spec(seed, part, role, Role.TEACHER, recipe, null))
        .toList();
  }

  /** Where its weights are fitted to labels of validation, it is scored for each driving part. */
  private RunSpec foreign(long seed, ValidationParts.Part part, ForeignTeacher teacher) {
    RunSpec spec =
        RunSpec.ofForeign(
            data.apply(seed).fingerprint(),
            plan.data().splitSeed(seed),
            TeacherPlan.recipe(teacher),
            content.apply(teacher));
    Double judge = plan.data().judge();
    return judge != null && teacher.source().fitsValidation()
        ? spec.with(new Driving(part, judge))
        : spec;
  }

  /** Each trained network once, followed by the post-hoc rules that change it. */
  private void expandStudents(
      long seed, ValidationParts.Part part, List<Recipe> recipes, @Nullable PlannedRun teacher) {
    Map<Recipe, List<Recipe>> changed = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      List<Recipe> after = changed.computeIfAbsent(recipe.trained(), key -> new ArrayList<>());
      if (!recipe.equals(recipe.trained())) {
        after.add(recipe);
      }
    }
    changed.forEach(
        (trained, after) -> {
          RunSpec spec = student(seed, part, trained, teacher);
          PlannedRun run = PlannedRun.of(spec, recipes.contains(trained));
          runs.add(run);
          after.forEach(
              recipe ->
                  runs.add(PlannedRun.after(run, student(seed, part, recipe, teacher), true)));
        });
  }

  private RunSpec student(
      long seed, ValidationParts.Part part, Recipe recipe, @Nullable PlannedRun teacher) {
    return spec(seed, part, plan.student(), Role.STUDENT, recipe, teacher);
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
      ValidationParts.Part part,
      RolePlan rolePlan,
      Role role,
      Recipe recipe,
      @Nullable PlannedRun teacher) {
    TrainOptions train = rolePlan.train().resolved(rolePlan.network());
    RunSpec.TeacherLink link = link(recipe, teacher);
    var spec =
        new RunSpec(
            RunSpec.FORMAT_VERSION,
            data.apply(seed).fingerprint(),
            plan.data().splitSeed(seed),
            role,
            recipe,
            rolePlan.network().text(),
            train,
            seed,
            link);
    ScoreMode scores = link == null ? null : link.scores();
    boolean driven =
        Driving.reason(recipe, train, scores).isPresent()
            || (teacher != null && teacher.spec().driving() != null);
    Double judge = plan.data().judge();
    return driven && judge != null ? spec.with(new Driving(part, judge)) : spec;
  }
}
