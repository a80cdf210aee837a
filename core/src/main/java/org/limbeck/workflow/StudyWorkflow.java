package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.plan.StudyPlan;

/**
 * A whole study in one call: trains what is missing, compares, selects, exports, reports.
 *
 * <pre>{@code
 * StudyPlan plan = StudyYaml.read(Path.of("examples/digits.yaml"));
 * StudyWorkflow.Result result = StudyWorkflow.run(plan, Path.of("runs/digits"));
 * }</pre>
 */
public final class StudyWorkflow {
  private StudyWorkflow() {}

  /**
   * What a study came to.
   *
   * @param directory where it is
   * @param leaderboard all combinations
   * @param exported the exported model, unless none was selected
   */
  public record Result(Path directory, Leaderboard leaderboard, Optional<Path> exported) {}

  /**
   * Runs a study on all cores, without a listener; see {@link #run(StudyPlan, Path, StudyOptions)}.
   */
  public static Result run(StudyPlan plan, Path directory) {
    return run(plan, directory, StudyOptions.DEFAULT);
  }

  /**
   * Runs, or resumes, a study.
   *
   * @param directory created if need be
   * @throws org.limbeck.LimbeckException if plan, data or directory cannot be used
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public static Result run(StudyPlan plan, Path directory, StudyOptions options) {
    return new StudyJob(plan, directory, options).run();
  }
}
