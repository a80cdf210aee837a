package org.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.BuildVersion;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed when a command fails, and the exit code that goes with it. */
final class Failures {
  private Failures() {}

  /** The exit code of a command whose output may not have been written. */
  static int unwritten(int code, PrintWriter out, PrintWriter err) {
    if (code != ExitCodes.OK || !out.checkError()) {
      return code;
    }
    err.println(
        "limbeck: the output could not be written: the disk is full, or whoever reads it has gone;"
            + " the work itself is done");
    return ExitCodes.USER_ERROR;
  }

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

  /** A path that a user typed; one that the locale cannot hold is refused in words. */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(words(e));
    }
  }

  private static @Nullable String message(Throwable failure) {
    if (isPlugin(failure)) {
      return ("a plugin cannot be loaded: %s; build it anew or remove it (LIMBECK_PLUGINS,"
              + " ~/.config/limbeck/plugins)")
          .formatted(failure.getMessage());
    }
    InvalidPathException path = invalidPath(failure);
    return path == null ? failure.getMessage() : words(path);
  }

  private static String words(InvalidPathException path) {
    return ("'%s' is not a file name in this locale (file names are %s here); set LC_ALL=C.UTF-8, or"
            + " rename the file")
        .formatted(path.getInput(), System.getProperty("sun.jnu.encoding", "unknown"));
  }

  private static @Nullable InvalidPathException invalidPath(@Nullable Throwable failure) {
    return (InvalidPathException)
        Stream.<@Nullable Throwable>iterate(failure, t -> t != null, Failures::cause)
            .filter(InvalidPathException.class::isInstance)
            .findFirst()
            .orElse(null);
  }

  /** Any other failure. */
  static int report(Throwable thrown, PrintWriter err) {
    Throwable failure = unwrapped(thrown);
    int code = code(failure);
    switch (code) {
      case ExitCodes.USER_ERROR -> err.println("limbeck: " + message(failure));
      case ExitCodes.INTERRUPTED -> err.println("limbeck: interrupted");
      default -> fault(failure, err);
    }
    err.flush();
    return code;
  }

  /** An error of a command, which picocli wraps where the command is a method. */
  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof ExecutionException && thrown.getCause() instanceof Error error
        ? error
        : thrown;
  }

  /** Whether a class that a plugin names is missing, of another kind, or of a newer Java. */
  private static boolean isPlugin(Throwable failure) {
    return failure instanceof ServiceConfigurationError
        || failure instanceof UnsupportedClassVersionError;
  }

  private static int code(Throwable failure) {
    if (failure instanceof LimbeckException || isPlugin(failure) || invalidPath(failure) != null) {
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
        trace.println("limbeck " + BuildVersion.text() + ", Java " + Runtime.version());
        failure.printStackTrace(trace);
      }
      err.println("This is an error in Limbeck. Please report it with the file " + file + ".");
    } catch (IOException e) {
      failure.printStackTrace(err);
      err.println("This is an error in Limbeck. Please report it with the lines above.");
    }
  }
}
