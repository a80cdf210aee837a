package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.ContinuedPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.ExistingStudy;
import org.limbeck.store.StudyDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Parameters(paramLabel = "FILE", description = "The study file, like examples/digits.yaml.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Where the study is kept (default: runs/<study name>; of the study.yaml of a study, its"
              + " folder).")
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

  @Mixin private StudyRun run = new StudyRun();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path directory = output == null ? usualDirectory() : output;
    StudyPlan plan = plan(directory);
    return run.run(
        plan,
        directory,
        Map.of(),
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        UnaryOperator.identity());
  }

  /** That of a study whose own study.yaml is given, else one that is called like the study. */
  private Path usualDirectory() {
    Path folder = file.toAbsolutePath().getParent();
    boolean own =
        folder != null
            && file.endsWith(StudyDirectory.PLAN)
            && Files.isRegularFile(folder.resolve(StudyDirectory.RECORD));
    return own
        ? Objects.requireNonNullElse(file.getParent(), Path.of("."))
        : Path.of("runs", StudyYaml.name(file));
  }

  private StudyPlan withDataDir(StudyPlan plan) {
    if (dataDir == null) {
      return plan;
    }
    return plan.withData(plan.data().with("dir", dataDir.toAbsolutePath().normalize().toString()));
  }

  private StudyPlan plan(Path directory) {
    ContinuedPlan read = ExistingStudy.read(file, directory);
    StudyPlan plan = withSeeds(run.onDevice(withDataDir(read.plan())));
    if (!run.quiet()) {
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
      case "device" -> run.setsDevice();
      case "data.dir" -> dataDir != null;
      default -> false;
    };
  }

  private StudyPlan withSeeds(StudyPlan plan) {
    if (seeds.isEmpty()) {
      return plan;
    }
    requireDistinct(seeds);
    try {
      return plan.withSeeds(seeds);
    } catch (IllegalArgumentException e) {
      throw new LimbeckException("--seeds against select." + e.getMessage(), e);
    }
  }

  /** Refuses a seed that is there twice. */
  static void requireDistinct(List<Long> seeds) {
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw new LimbeckException("--seeds: " + seeds + " names a seed twice");
    }
  }
}
