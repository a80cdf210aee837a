package org.limbeck.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;
import org.limbeck.data.Views;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Strata;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.RunSpec;

/**
 * A plan expanded into its runs: for each seed each teacher, under it each of its students, and the
 * students that have none.
 *
 * <p>Making one reads the data and checks that both networks fit it; nothing is written.
 */
public final class StudyRuns {
  private final StudyPlan plan;
  private final SourceData source;
  private final Map<Long, Dataset> datasets = new LinkedHashMap<>();
  private final List<RunTree> trees = new ArrayList<>();

  /**
   * The runs of a plan.
   *
   * @throws org.limbeck.LimbeckException if its data or a network cannot be used
   */
  public StudyRuns(StudyPlan plan) {
    this(plan, DecodingListener.NONE);
  }

  /** The same, heard while images are decoded. */
  public StudyRuns(StudyPlan plan, DecodingListener listener) {
    this.plan = plan;
    source = Datasets.source(plan.data().source()).load(plan.data().options(), listener);
    for (long seed : plan.seeds()) {
      for (Recipe recipe : plan.teacher().expanded(Role.TEACHER)) {
        trees.add(teacher(seed, recipe));
      }
      trees.addAll(withoutTeacher(seed));
    }
    for (Dataset data : datasets.values()) {
      requireFit("teacher", plan.teacher(), data);
      requireFit("student", plan.student(), data);
      requireGroups("teacher", plan.teacher().expanded(Role.TEACHER), data);
      requireGroups("student", plan.student().expanded(Role.STUDENT), data);
      requireGroups(plan.selection(), data);
      requireNumbered("student", plan.student().train().views(), data);
    }
  }

  private static void requireFit(String role, RolePlan plan, Dataset data) {
    plan.network().layers(data.shape(), data.classes());
    if (!plan.train().views().equals(Views.NONE)
        && !(data.train().values() instanceof ByteValues)) {
      throw new LimbeckException(
          ("%s.train.views: only image sources have views, and '%s' is none; set views: {crop: 0,"
                  + " flip: none}")
              .formatted(role, data.name()));
    }
  }

  private static void requireGroups(String role, List<Recipe> recipes, Dataset data) {
    for (Recipe recipe : recipes) {
      if (recipe.costs().by() != Strata.By.CLASS && data.groupNames().isEmpty()) {
        throw new LimbeckException(
            ("%s.recipes: '%s' works by group, and '%s' has no groups; name their column with"
                    + " data.group")
                .formatted(role, recipe.label(), data.name()));
      }
      requireMass(recipe.costs().by(), data);
    }
  }

  /** Refuses a choice by groups where there are none. */
  private static void requireGroups(SelectionPlan plan, Dataset data) {
    if (plan.by() != Strata.By.CLASS && data.groupNames().isEmpty()) {
      throw new LimbeckException(
          "select.by: '%s' has no groups; name their column with data.group, or select by: class"
              .formatted(data.name()));
    }
  }

  /** Refuses parts of the data without examples before any teacher is trained. */
  private static void requireMass(Strata.By by, Dataset data) {
    if (by != Strata.By.CLASS) {
      var strata = new Strata(by, data.classNames(), data.groupNames());
      for (Examples split : List.of(data.train(), data.validation())) {
        strata.prior(LabelWeights.oneHot(split.labels(), data.classes()), split.groups());
      }
    }
  }

  static void requireNumbered(String role, Views views, Dataset data) {
    if ((long) data.train().size() * views.count() > Integer.MAX_VALUE) {
      throw new LimbeckException(
          "%s.train.views.crop: %d views of %d examples are too many to number; use a smaller crop"
              .formatted(role, views.count(), data.train().size()));
    }
  }

  /** The plan. */
  public StudyPlan plan() {
    return plan;
  }

  /** The different splits of the study. */
  public List<Dataset> datasets() {
    return List.copyOf(datasets.values());
  }

  List<RunTree> trees() {
    return List.copyOf(trees);
  }

  private RunTree teacher(long seed, Recipe recipe) {
    RunTask teacher = task(seed, Role.TEACHER, recipe, null);
    var students =
        plan.student().expanded(Role.STUDENT).stream()
            .filter(student -> student.labels().needsTeacher())
            .toList();
    return new RunTree(
        teacher, true, trees(students, student -> student(seed, teacher, recipe, student)));
  }

  private RunTask student(long seed, RunTask teacher, Recipe teacherRecipe, Recipe student) {
    ScoreMode own = student.labels().scores();
    ScoreMode scores = own == null ? plan.scores() : own;
    var link = new RunSpec.TeacherLink(teacher.spec().id(), teacherRecipe, scores);
    return task(seed, Role.STUDENT, student, link);
  }

  /** Students that learn from labels alone: the same whatever the teachers. */
  private List<RunTree> withoutTeacher(long seed) {
    var students =
        plan.student().expanded(Role.STUDENT).stream()
            .filter(student -> !student.labels().needsTeacher())
            .toList();
    return trees(students, student -> task(seed, Role.STUDENT, student, null));
  }

  /** One tree for each trained network, with the post-hoc rules that change it under it. */
  private static List<RunTree> trees(List<Recipe> recipes, Function<Recipe, RunTask> task) {
    Map<Recipe, List<Recipe>> changed = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      List<Recipe> after = changed.computeIfAbsent(recipe.trained(), key -> new ArrayList<>());
      if (!recipe.equals(recipe.trained())) {
        after.add(recipe);
      }
    }
    List<RunTree> trees = new ArrayList<>();
    changed.forEach(
        (trained, after) ->
            trees.add(
                new RunTree(
                    task.apply(trained),
                    recipes.contains(trained),
                    after.stream()
                        .map(recipe -> new RunTree(task.apply(recipe), true, List.of()))
                        .toList())));
    return trees;
  }

  private RunTask task(long seed, Role role, Recipe recipe, RunSpec.@Nullable TeacherLink link) {
    RolePlan rolePlan = role == Role.TEACHER ? plan.teacher() : plan.student();
    Dataset data = dataset(seed);
    var spec =
        new RunSpec(
            RunSpec.FORMAT_VERSION,
            data.fingerprint(),
            plan.data().splitSeed(seed),
            role,
            recipe,
            rolePlan.network().text(),
            rolePlan.train().resolved(rolePlan.network()),
            seed,
            link);
    return new RunTask(spec, rolePlan, data);
  }

  /** The splits of a study seed. */
  Dataset dataset(long seed) {
    return datasets.computeIfAbsent(
        plan.data().splitSeed(seed), splitSeed -> Datasets.build(source, plan.data(), seed));
  }
}
