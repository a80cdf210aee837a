package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.limbeck.store.RunDirectory;
import org.limbeck.study.RunNode;
import org.limbeck.study.RunWorker;

/** Does one run of a study that a launcher has begun, from the study's directory alone. */
public final class RunWorkflow {
  private RunWorkflow() {}

  /**
   * Does a run, unless it is finished.
   *
   * @param study the directory of the study; its lock is not needed
   * @param runId of the run
   * @param threads LibTorch threads, which decide the last bits of the result; if empty, those that
   *     the study has chosen for image networks, else 1
   * @param options parallelism, cores and launcher are not used
   * @return the file of its record
   * @throws org.limbeck.LimbeckException if it is not a study's directory, the study has no such
   *     run, the run that it needs is not finished, or another process is at work on it
   * @throws org.limbeck.train.TrainingStoppedException if it was asked to stop
   */
  public static Path run(Path study, String runId, OptionalInt threads, StudyOptions options) {
    try (RunWorker worker =
        RunWorker.of(study, options.listener(), options.stop(), options.checkpointSeconds())) {
      int used = threads.orElseGet(() -> worker.threads(runId));
      worker.run(new RunNode(runId, used, List.of()));
      return new RunDirectory(study, runId).file(RunDirectory.RECORD);
    }
  }
}
