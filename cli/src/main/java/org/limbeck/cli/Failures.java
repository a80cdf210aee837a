package org.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed when a command fails, and the exit code that goes with it. */
final class Failures {
  private Failures() {}

  /** A wrong option: its message and where to read more. */
  static int usage(ParameterException failure) {
    var command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("limbeck: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCodes.USER_ERROR;
  }

  /** Any other failure. */
  static int report(Throwable failure, PrintWriter err) {
    int code = code(failure);
    switch (code) {
      case ExitCodes.USER_ERROR -> err.println("limbeck: " + failure.getMessage());
      case ExitCodes.INTERRUPTED -> err.println("limbeck: interrupted");
      default -> fault(failure, err);
    }
    err.flush();
    return code;
  }

  private static int code(Throwable failure) {
    if (failure instanceof LimbeckException) {
      return ExitCodes.USER_ERROR;
    }
    boolean interrupted =
        Stream.<@Nullable Throwable>iterate(failure, t -> t != null, Failures::cause)
            .anyMatch(InterruptedException.class::isInstance);
    return interrupted ? ExitCodes.INTERRUPTED : ExitCodes.INTERNAL_FAULT;
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure == null ? null : failure.getCause();
  }

  private static void fault(Throwable failure, PrintWriter err) {
    err.println("limbeck: internal fault: " + failure);
    if (failure instanceof OutOfMemoryError) {
      err.println("More memory may help: set JAVA_TOOL_OPTIONS=-Xmx4g, say.");
    }
    try {
      Path file = Files.createTempFile("limbeck-fault-", ".txt");
      try (var trace = new PrintWriter(Files.newBufferedWriter(file))) {
        trace.println("limbeck " + Version.number() + ", Java " + Runtime.version());
        failure.printStackTrace(trace);
      }
      err.println("This is an error in Limbeck. Please report it with the file " + file + ".");
    } catch (IOException e) {
      failure.printStackTrace(err);
      err.println("This is an error in Limbeck. Please report it with the lines above.");
    }
  }
}
