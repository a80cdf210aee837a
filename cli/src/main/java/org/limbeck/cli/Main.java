package org.limbeck.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code limbeck}. Exit codes are those of {@link ExitCodes}. */
@Command(
    name = "limbeck",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Distils small classifiers that stay good on their worst class.",
    subcommands = {
      StudyCommand.class,
      DistillCommand.class,
      InitCommand.class,
      EvaluateCommand.class,
      DiagnoseCommand.class,
      DataCommand.class,
      ReportCommand.class,
      RecipesCommand.class,
      RunCommand.class,
      HelpCommand.class,
      GenerateCompletion.class
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
      CommandLine command = commandLine(out, errors);
      return Failures.unwritten(command.execute(args), command.getOut(), errors);
    } catch (Error e) {
      return Failures.report(e, errors);
    }
  }

  /** Runs the last command; help for a command that does not exist is an error, too. */
  private static int execute(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unmatched = command.getParseResult().unmatched();
      if (!unmatched.isEmpty()) {
        throw new UnmatchedArgumentException(command, unmatched);
      }
    }
    return new RunLast().execute(parsed);
  }

  private static CommandLine commandLine(PrintStream out, PrintWriter errors) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, Failures::path)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler((e, args) -> Failures.usage(e))
        .setExecutionExceptionHandler((e, command, result) -> Failures.report(e, errors));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
