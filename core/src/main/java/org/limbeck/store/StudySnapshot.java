package org.limbeck.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.plan.StudyPlan;

/**
 * A study at one moment, read from its directory without its lock, while it runs or not.
 *
 * <p>It has figures of the validation split only: those of the test split are in the records of the
 * runs, to be read when the study is finished.
 *
 * @param plan of the study
 * @param runs all runs of the plan, in its order
 * @param finished whether {@code study.json} names every run that the plan asks for
 */
public record StudySnapshot(StudyPlan plan, List<RunSnapshot> runs, boolean finished) {
  public StudySnapshot {
    runs = List.copyOf(runs);
  }

  /**
   * The snapshot of a study.
   *
   * @throws org.limbeck.LimbeckException if the directory is not a study's, or a newer version
   *     wrote it
   */
  public static StudySnapshot read(Path study) {
    StudyPlan plan = StudyDirectory.readPlan(study);
    // Before the runs: what it names is finished, and is found so.
    List<String> named = StudyDirectory.readRecord(study).map(StudyRecord::runs).orElse(List.of());
    List<RunSnapshot> runs = SnapshotReader.runs(study, plan, named);
    return new StudySnapshot(plan, runs, hasAll(named, runs));
  }

  /**
   * Whether the study's record names just the runs that the plan asks for now. That of a study that
   * has never been finished names none, that of an extended one still those before.
   */
  private static boolean hasAll(List<String> named, List<RunSnapshot> runs) {
    Set<String> asked =
        runs.stream()
            .filter(run -> run.run().asked())
            .map(run -> run.run().id())
            .collect(Collectors.toSet());
    return !named.isEmpty() && asked.equals(Set.copyOf(named));
  }

  /** The runs that are in a state, in the order of the plan. */
  public List<RunSnapshot> runs(RunSnapshot.State state) {
    return runs.stream().filter(run -> run.is(state)).toList();
  }

  /** How far the study is, in words: {@code 7 of 20 runs}. */
  public String progress() {
    return "%d of %d runs".formatted(runs(RunSnapshot.State.FINISHED).size(), runs.size());
  }
}
