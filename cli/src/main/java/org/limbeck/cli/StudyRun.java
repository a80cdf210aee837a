package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.cli.text.StudyJson;
import org.limbeck.cli.text.StudyText;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.ExistingStudy;
import org.limbeck.study.Parallelism;
import org.limbeck.train.TrainingStoppedException;
import org.limbeck.workflow.StudyOptions;
import org.limbeck.workflow.StudyWorkflow;
import picocli.CommandLine.Option;

/** How a command runs a study: the options for it, progress, result and exit code. */
final class StudyRun {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or cuda:N, instead of the study file's or of auto.")
  private @Nullable String device;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Runs at a time (default: measured for image networks, else one per core).")
  private @Nullable Integer parallel;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of one run (default: the cores, shared by the runs at a time).")
  private @Nullable Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only.")
  private boolean quiet;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  /** Whether only errors are printed. */
  boolean quiet() {
    return quiet;
  }

  /** Whether the device is given. */
  boolean setsDevice() {
    return device != null;
  }

  /** The plan on the device that is given. */
  StudyPlan onDevice(StudyPlan plan) {
    return device == null ? plan : plan.withDevice(ComputeDevice.parse(device));
  }

  /**
   * Runs a study and prints its result.
   *
   * @param comments that its study file gets
   * @param notes words notes for the user of the command
   * @return the exit code
   */
  int run(
      StudyPlan plan,
      Path directory,
      Map<String, String> comments,
      PrintWriter out,
      PrintWriter err,
      UnaryOperator<String> notes) {
    // The message must be out before the interrupt is closed: the JVM ends then.
    try (var interrupt = new Interrupt();
        var progress = new StudyProgress(err, quiet, notes)) {
      ExistingStudy.extension(directory, plan)
          .filter(extension -> !extension.isEmpty())
          .ifPresent(extension -> progress.extending(directory, extension));
      StudyWorkflow.Result result =
          StudyWorkflow.run(plan, directory, options(comments, progress, interrupt));
      progress.close();
      print(plan, result, out);
      return ExitCodes.OK;
    } catch (TrainingStoppedException e) {
      err.println("limbeck: interrupted; what is done is kept: give the same command to go on");
      err.flush();
      return ExitCodes.INTERRUPTED;
    }
  }

  private StudyOptions options(
      Map<String, String> comments, StudyProgress progress, Interrupt interrupt) {
    StudyOptions.Builder options =
        StudyOptions.builder()
            .comments(comments)
            .listener(progress)
            .warnings(progress::warn)
            .stop(interrupt::requested);
    parallelism().ifPresent(options::parallelism);
    return options.build();
  }

  /** What the options fix; empty for what is measured. */
  private Optional<Parallelism> parallelism() {
    if (parallel == null && threads == null) {
      return Optional.empty();
    }
    requireThreads("--parallel", parallel);
    requireThreads("--threads", threads);
    int cores = Runtime.getRuntime().availableProcessors();
    int each =
        threads != null ? threads : Math.max(1, cores / Objects.requireNonNullElse(parallel, 1));
    return Optional.of(
        Parallelism.of(parallel != null ? parallel : Math.max(1, cores / each), each));
  }

  /** Refuses a number that is not one of runs or threads; null is none. */
  static void requireThreads(String option, @Nullable Integer value) {
    if (value != null && (value < 1 || value > MOST_THREADS)) {
      throw new LimbeckException(
          "%s: expected 1 to %d, found %d".formatted(option, MOST_THREADS, value));
    }
  }

  private void print(StudyPlan plan, StudyWorkflow.Result result, PrintWriter out) {
    if (json) {
      out.print(StudyJson.of(plan, result));
    } else if (!quiet) {
      out.print(StudyText.of(plan, result));
    }
    out.flush();
  }
}
