package org.limbeck.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code limbeck}. Exit codes are those of {@link ExitCodes}. */
@Command(
    name = "limbeck",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Distils small classifiers that stay good on their worst class.",
    subcommands = {
      StudyCommand.class,
      EvaluateCommand.class,
      DiagnoseCommand.class,
      DataCommand.class,
      ReportCommand.class,
      RecipesCommand.class,
      RunCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command and exits with its code. */
  public static void main(String... args) {
    System.setProperty("java.awt.headless", "true"); // images are drawn, never shown
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the command and returns its exit code; text is written in UTF-8. */
  static int run(PrintStream out, PrintStream err, String... args) {
    PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
    try {
      return commandLine(out, errors).execute(args);
    } catch (Error e) {
      return Failures.report(e, errors);
    }
  }

  private static CommandLine commandLine(PrintStream out, PrintWriter errors) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, args) -> Failures.usage(e))
        .setExecutionExceptionHandler((e, command, result) -> Failures.report(e, errors));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
