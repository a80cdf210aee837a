package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.limbeck.train.TrainingStoppedException;
import org.limbeck.workflow.RunWorkflow;
import org.limbeck.workflow.StudyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck run}: one run of a study, for launchers that use other processes. */
@Command(
    name = "run",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Does one run of a study that limbeck study has begun, from the study's directory alone.",
      "Prints the file of its record. A run that is finished is left as it is."
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "STUDY_DIR",
      description = "The study's directory, like runs/digits.")
  private Path directory = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_ID", description = "The run's id.")
  private String runId = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the run (default: as the study has chosen, else 1).")
  private @Nullable Integer threads;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OptionalInt used = threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    StudyRun.requireThreads("--threads", threads);
    // The message must be out before the interrupt is closed: the JVM ends then.
    try (var interrupt = new Interrupt()) {
      return run(used, interrupt);
    }
  }

  private int run(OptionalInt used, Interrupt interrupt) {
    PrintWriter err = spec.commandLine().getErr();
    var options =
        StudyOptions.builder()
            .listener(new StudyProgress(err, true))
            .stop(interrupt::requested)
            .build();
    try {
      spec.commandLine().getOut().println(RunWorkflow.run(directory, runId, used, options));
      return ExitCodes.OK;
    } catch (TrainingStoppedException e) {
      err.println("limbeck: interrupted; what is done is kept: give the same command to resume");
      err.flush();
      return ExitCodes.INTERRUPTED;
    }
  }
}
