package org.limbeck.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
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
import org.limbeck.store.PlannedRun;
import org.limbeck.store.PlannedRuns;

/**
 * The runs of a plan with their data.
 *
 * <p>Making one reads the data and checks that both networks fit it; nothing is written.
 */
public final class StudyRuns {
  private final StudyPlan plan;
  private final SourceData source;
  private final Map<Long, Dataset> datasets = new LinkedHashMap<>();
  private final Map<String, RunTask> tasks = new LinkedHashMap<>();

  /**
   * The runs of a plan.
   *
   * @throws org.limbeck.LimbeckException if its data or a network cannot be used
   */
  public StudyRuns(StudyPlan plan) {
    this(plan, DecodingListener.NONE);
  }

  /** The same, with a listener to the decoding of images. */
  public StudyRuns(StudyPlan plan, DecodingListener listener) {
    this.plan = plan;
    source = Datasets.source(plan.data().source()).load(plan.data().options(), listener);
    for (PlannedRun run : PlannedRuns.of(plan, seed -> dataset(seed).fingerprint())) {
      tasks.put(run.id(), task(run));
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

  /** All runs in the order of the plan, each after the one that it needs. */
  List<RunTask> tasks() {
    return List.copyOf(tasks.values());
  }

  /**
   * The run with an id.
   *
   * @throws LimbeckException if the plan has none
   */
  RunTask task(String runId) {
    RunTask task = tasks.get(runId);
    if (task == null) {
      throw new LimbeckException(
          "%s: not a run of the study '%s' on its data%s"
              .formatted(runId, plan.name(), DidYouMean.hint(runId, List.copyOf(tasks.keySet()))));
    }
    return task;
  }

  private RunTask task(PlannedRun run) {
    RolePlan rolePlan = run.spec().role() == Role.TEACHER ? plan.teacher() : plan.student();
    return new RunTask(run, rolePlan, dataset(run.spec().seed()));
  }

  /** The splits of a study seed. */
  Dataset dataset(long seed) {
    return datasets.computeIfAbsent(
        plan.data().splitSeed(seed), splitSeed -> Datasets.build(source, plan.data(), seed));
  }
}
