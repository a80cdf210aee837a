package org.limbeck.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;
import org.limbeck.data.Views;
import org.limbeck.objective.Objective;

/**
 * A plan expanded into its runs: for each seed each teacher, under it each of its students.
 *
 * <p>Making one reads the data and checks that both networks fit it; nothing is written.
 */
public final class StudyRuns {
  /** A teacher with its students. */
  record Family(RunTask teacher, List<RunTask> students) {}

  private final StudyPlan plan;
  private final SourceData source;
  private final Map<Long, Dataset> datasets = new LinkedHashMap<>();
  private final List<Family> families = new ArrayList<>();

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
      for (Objective objective : plan.teacher().expanded()) {
        families.add(family(seed, objective));
      }
    }
    for (Dataset data : datasets.values()) {
      requireFit("teacher", plan.teacher(), data);
      requireFit("student", plan.student(), data);
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

  List<Family> families() {
    return List.copyOf(families);
  }

  private Family family(long seed, Objective objective) {
    RunTask teacher = task(seed, Role.TEACHER, plan.teacher(), objective, null);
    var link =
        new RunSpec.TeacherLink(
            teacher.spec().id(), RunSpec.ObjectiveSpec.of(objective), plan.scores());
    List<RunTask> students =
        plan.student().expanded().stream()
            .map(student -> task(seed, Role.STUDENT, plan.student(), student, link))
            .toList();
    return new Family(teacher, students);
  }

  private RunTask task(
      long seed,
      Role role,
      RolePlan rolePlan,
      Objective objective,
      RunSpec.@Nullable TeacherLink link) {
    Dataset data = dataset(seed);
    var spec =
        new RunSpec(
            RunSpec.FORMAT_VERSION,
            data.fingerprint(),
            plan.data().splitSeed(seed),
            role,
            RunSpec.ObjectiveSpec.of(objective),
            rolePlan.network().text(),
            rolePlan.train().resolved(rolePlan.network()),
            seed,
            link);
    return new RunTask(spec, rolePlan, objective, data);
  }

  /** The splits of a study seed. */
  Dataset dataset(long seed) {
    return datasets.computeIfAbsent(
        plan.data().splitSeed(seed), splitSeed -> Datasets.build(source, plan.data(), seed));
  }
}
