package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Charsets;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.workflow.Evaluate;
import org.limbeck.workflow.RunPredictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck evaluate}: class metrics, bounds and calibration of any model's predictions. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints how good predictions are on each class, on average and on the worst.",
      "",
      "FILE is one of",
      "- a run directory, STUDY/runs/ID;",
      "- a CSV file with a header and columns label,prediction or label,p0,p1,...",
      "  (probabilities) or label,z0,z1,... (logits), with labels from 0 on;",
      "- a .safetensors file with tensors logits [n, m] and labels [n].",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_CLASSES = 100_000;

  @Parameters(paramLabel = "FILE", description = "A CSV or .safetensors file, or a run directory.")
  private Path file = Path.of("");

  @Option(
      names = "--classes",
      paramLabel = "M",
      description = "Number of classes (default: from the file).")
  private @Nullable Integer classes;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.95",
      description = "Confidence of the bounds (default: ${DEFAULT-VALUE}).")
  private double confidence;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "15",
      description = "Number of calibration bins (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--worst-k",
      paramLabel = "K",
      description = "Also average the K worst classes (default: a tenth of the classes).")
  private @Nullable Integer worstK;

  @Option(
      names = "--delta",
      paramLabel = "D",
      split = ",",
      defaultValue = "0.1,0.5",
      description =
          "Deltas of the delta-worst accuracy, the lowest over class frequencies whose KL"
              + " divergence from uniform is at most D nats: 0 gives the balanced accuracy, log m"
              + " the worst class's (default: ${DEFAULT-VALUE}).")
  private List<Double> deltas = List.of();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "Split of a run directory: test (default) or validation.")
  private @Nullable String split;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "A column of groups: also print how good predictions are in each of them.")
  private @Nullable String group;

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      description = "Charset of CSV files, such as ISO-8859-1 (default: UTF-8).")
  private @Nullable String encoding;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Evaluate.Options options = options();
    Evaluate.Result result = Evaluate.of(table(), options);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? EvaluateJson.of(result) : EvaluateText.of(result));
    out.flush();
    return ExitCodes.OK;
  }

  private Evaluate.Options options() {
    try {
      return new Evaluate.Options(confidence, bins, optional(worstK), deltas);
    } catch (IllegalArgumentException e) {
      // Its message starts with the name that the option has here.
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private ScoreTable table() {
    if (classes != null && (classes < 1 || classes > MOST_CLASSES)) {
      throw usage("--classes: expected 1 to %d, found %d".formatted(MOST_CLASSES, classes));
    }
    if (Files.isDirectory(file)) {
      if (group != null) {
        throw usage(
            "--group names a column of a CSV file; the groups of a run are in its run.json");
      }
      if (encoding != null) {
        throw usage("--encoding is for CSV files, and those of a run are in UTF-8; leave it out");
      }
      return RunPredictions.read(file, split == null ? "test" : split, optional(classes));
    }
    if (split != null) {
      throw usage("--split chooses a file of a run directory, and " + file + " is none; remove it");
    }
    return ScoreTable.read(
        file,
        new TableRequest(
            TableRequest.Content.PREDICTIONS,
            optional(classes),
            Optional.ofNullable(group),
            Optional.ofNullable(encoding).map(name -> Charsets.named("--encoding", name))));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
