package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.ContinuedPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.ExistingStudy;
import org.limbeck.store.StudyDirectory;
import org.limbeck.study.Parallelism;
import org.limbeck.train.TrainingStoppedException;
import org.limbeck.workflow.StudyOptions;
import org.limbeck.workflow.StudyWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck study}: trains the grid of a study file, compares, exports, reports. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Trains every teacher objective with every student objective, over several seeds.",
      "Prints the table; writes leaderboard.csv, report.html, student.onnx and student.md.",
      "An interrupted study resumes when the same command is given again.",
      "An existing directory is extended: what is new is trained, and keys that FILE leaves out",
      "keep the values that they have there (docs/studies.md)."
    })
final class StudyCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  @Parameters(paramLabel = "FILE", description = "The study file, like examples/digits.yaml.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the study is kept (default: runs/<study name>).")
  private @Nullable Path output;

  @Option(
      names = "--seeds",
      paramLabel = "N,N",
      split = ",",
      description = "Seeds instead of those of the study file.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the images are, instead of data.dir of the study file.")
  private @Nullable Path dataDir;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or cuda:N, instead of the study file's.")
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path directory = output == null ? Path.of("runs", StudyYaml.name(file)) : output;
    StudyPlan plan = plan(directory);
    // The message must be out before the interrupt is closed: the JVM ends then.
    try (var interrupt = new Interrupt()) {
      return run(plan, directory, interrupt);
    }
  }

  private int run(StudyPlan plan, Path directory, Interrupt interrupt) {
    PrintWriter err = spec.commandLine().getErr();
    try (var progress = new StudyProgress(err, quiet)) {
      ExistingStudy.extension(directory, plan)
          .filter(extension -> !extension.isEmpty())
          .ifPresent(extension -> progress.extending(directory, extension));
      StudyWorkflow.Result result =
          StudyWorkflow.run(plan, directory, options(progress, interrupt));
      progress.close();
      print(plan, result);
      return ExitCodes.OK;
    } catch (TrainingStoppedException e) {
      err.println("limbeck: interrupted; what is done is kept: give the same command to go on");
      err.flush();
      return ExitCodes.INTERRUPTED;
    }
  }

  private StudyOptions options(StudyProgress progress, Interrupt interrupt) {
    StudyOptions.Builder options =
        StudyOptions.builder()
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

  private void print(StudyPlan plan, StudyWorkflow.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(StudyJson.of(plan, result));
    } else if (!quiet) {
      out.print(StudyText.of(plan, result));
    }
    out.flush();
  }

  private StudyPlan withDataDir(StudyPlan plan) {
    if (dataDir == null) {
      return plan;
    }
    return plan.withData(plan.data().with("dir", dataDir.toAbsolutePath().normalize().toString()));
  }

  private StudyPlan plan(Path directory) {
    ContinuedPlan read = ExistingStudy.read(file, directory);
    StudyPlan plan = withSeeds(withDevice(withDataDir(read.plan())));
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      Path kept = directory.resolve(StudyDirectory.PLAN);
      read.kept().stream()
          .filter(key -> !isOverridden(key.key()))
          .forEach(key -> err.println("limbeck: kept from " + kept + ": " + key.text()));
      err.flush();
    }
    return plan;
  }

  private boolean isOverridden(String key) {
    return switch (key) {
      case "seeds" -> !seeds.isEmpty();
      case "device" -> device != null;
      case "data.dir" -> dataDir != null;
      default -> false;
    };
  }

  private StudyPlan withDevice(StudyPlan plan) {
    return device == null ? plan : plan.withDevice(ComputeDevice.parse(device));
  }

  private StudyPlan withSeeds(StudyPlan plan) {
    if (seeds.isEmpty()) {
      return plan;
    }
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw new LimbeckException("--seeds: " + seeds + " names a seed twice");
    }
    try {
      return plan.withSeeds(seeds);
    } catch (IllegalArgumentException e) {
      throw new LimbeckException("--seeds against select." + e.getMessage(), e);
    }
  }
}
