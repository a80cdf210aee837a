package org.limbeck.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.PlannedRun;
import org.limbeck.store.PlannedRuns;
import org.limbeck.store.RunSpec;
import org.limbeck.store.foreign.ForeignContent;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * The runs of a plan with their data.
 *
 * <p>Making one reads the data and checks that both networks fit it; nothing is written.
 */
public final class StudyRuns {
  private final StudyPlan plan;
  private final SourceData source;
  private final Map<Long, Dataset> datasets = new LinkedHashMap<>();
  private final Map<String, ForeignSpec> contents = new HashMap<>();
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
    plan.teacher()
        .foreign()
        .forEach(
            teacher ->
                contents.put(teacher.name(), ForeignContent.of(teacher, source.idsFingerprint())));
    PlannedRuns.of(plan, seed -> PlannedRuns.Data.of(dataset(seed), plan), this::content)
        .forEach(run -> tasks.put(run.id(), task(run)));
    datasets.values().forEach(data -> DataRequirements.check(plan, data));
  }

  private ForeignSpec content(ForeignTeacher teacher) {
    return Objects.requireNonNull(contents.get(teacher.name()));
  }

  private RunTask task(PlannedRun run) {
    RunSpec spec = run.spec();
    Optional<RolePlan> role =
        spec.role() == Role.TEACHER ? plan.teacher().trained() : Optional.of(plan.student());
    RunSpec.TeacherLink link = spec.teacher();
    String teacher = link == null ? spec.recipe().name() : link.recipe().name();
    boolean learns = link != null || spec.foreign() != null;
    Optional<ForeignTeacher> foreign =
        plan.teacher().foreign().stream()
            .filter(one -> learns && one.name().equals(teacher))
            .findFirst();
    return new RunTask(run, role.orElse(null), dataset(spec.seed()), foreign.orElse(null));
  }

  /** What people should know about the data before the study begins, a sentence each. */
  public List<String> notes() {
    return datasets.values().stream()
        .flatMap(
            data ->
                Stream.concat(
                    data.notes().stream(), JudgingRequirements.notes(tasks(), data).stream()))
        .distinct()
        .toList();
  }

  /** The plan. */
  StudyPlan plan() {
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

  /** The splits of a study seed. */
  Dataset dataset(long seed) {
    return datasets.computeIfAbsent(
        plan.data().splitSeed(seed), splitSeed -> Datasets.build(source, plan.data(), seed));
  }
}
