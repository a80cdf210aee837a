package org.limbeck.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.limbeck.workflow.ReportWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck report}: rebuilds a study's report from its records. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Rebuilds report.html of a finished study from its run records.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The study's directory, like runs/digits.")
  private Path directory = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(ReportWorkflow.rebuild(directory));
    return ExitCodes.OK;
  }
}
