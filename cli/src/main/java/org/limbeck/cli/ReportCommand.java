package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.limbeck.workflow.ReportWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck report}: builds a study's report from its directory. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Rebuilds report.html of a finished study from its run records.",
      "Of a study that is not finished, or runs, it writes unfinished.html: what is done, with",
      "figures of the validation split only."
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The study's directory, like runs/digits.")
  private Path directory = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ReportWorkflow.Written written = ReportWorkflow.write(directory);
    PrintWriter err = spec.commandLine().getErr();
    written
        .unfinished()
        .ifPresent(
            study ->
                err.printf(
                    "limbeck: the study is not finished (%s): validation figures only%n",
                    study.progress()));
    err.flush();
    spec.commandLine().getOut().println(written.file());
    return ExitCodes.OK;
  }
}
