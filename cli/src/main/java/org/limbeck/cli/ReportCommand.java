package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.base.Json;
import org.limbeck.store.RunSnapshot;
import org.limbeck.workflow.ReportWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--json", description = "Print one JSON object instead of the page's path.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ReportWorkflow.Written written = ReportWorkflow.write(directory);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(document(written)));
    } else {
      warn(written);
      out.println(written.file());
    }
    out.flush();
    return ExitCodes.OK;
  }

  private void warn(ReportWorkflow.Written written) {
    PrintWriter err = spec.commandLine().getErr();
    written
        .unfinished()
        .ifPresent(
            study ->
                err.printf(
                    "limbeck: the study is not finished (%s): validation figures only%n",
                    study.progress()));
    err.flush();
  }

  private static Map<String, Object> document(ReportWorkflow.Written written) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("report", written.file().toString());
    document.put("finished", written.unfinished().isEmpty());
    written
        .unfinished()
        .ifPresent(
            study -> {
              document.put("finishedRuns", study.runs(RunSnapshot.State.FINISHED).size());
              document.put("plannedRuns", study.runs().size());
            });
    return document;
  }
}
