package org.limbeck.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      RolePlan rolePlan = run.spec().role() == Role.TEACHER ? plan.teacher() : plan.student();
      tasks.put(run.id(), new RunTask(run, rolePlan, dataset(run.spec().seed())));
    }
    datasets.values().forEach(data -> DataRequirements.check(plan, data));
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
