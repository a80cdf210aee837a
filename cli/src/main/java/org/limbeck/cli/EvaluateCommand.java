package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.limbeck.cli.text.EvaluateJson;
import org.limbeck.cli.text.EvaluateText;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.workflow.Evaluate;
import org.limbeck.workflow.OrderHint;
import org.limbeck.workflow.RunPredictions;
import org.limbeck.workflow.scored.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "- a CSV file with a header, .csv or .csv.gz: label,prediction or label,p0,p1,...",
      "  (probabilities) or label,z0,z1,... (logits), or y_true, y_pred, proba_NAME, ...;",
      "  semicolons and tabs separate as well; classes are indices from 0 on, or names; other columns are left out;",
      "- a .npy file of probabilities, logits or predictions, with --labels FILE;",
      "- a .npz or .safetensors file with arrays such as logits [n, m] and labels [n];",
      "- an .onnx model or a Triton model folder, which predicts the rows that --data names;",
      "- '-', a table from standard input.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "A file of predictions or scores, an ONNX model, a run directory, or '-'.")
  private Path file = Path.of("");

  @Mixin private TableOptions columns = new TableOptions();

  @Mixin private DataOptions data = new DataOptions();

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

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Evaluate.Options options = options();
    ScoreTable table = table();
    Evaluate.Result result = Evaluate.of(table, options);
    OrderHint.of(table).ifPresent(hint -> spec.commandLine().getErr().println("note: " + hint));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? EvaluateJson.of(table, result) : EvaluateText.of(table, result));
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
    boolean model = ModelFiles.isModel(file);
    if (!model && (data.isGiven() || data.hasSeed())) {
      throw usage(
          "--data and --seed are for ONNX models, and %s is none; leave them out".formatted(file));
    }
    if (Files.isDirectory(file) && !model) {
      return run();
    }
    if (split != null) {
      throw usage("--split chooses a file of a run directory, and " + file + " is none; remove it");
    }
    return model
        ? Evaluate.predictions(
            file, data.examples(columns, spec.commandLine().getErr(), Optional.of(file)))
        : columns.read(file, columns.request(TableRequest.Content.PREDICTIONS));
  }

  private ScoreTable run() {
    if (!columns.given().isEmpty()) {
      throw usage(
          "%s is for files, and %s is a directory, whose run.json says all that; leave it out"
              .formatted(String.join(", ", columns.given()), file));
    }
    return RunPredictions.read(file, split == null ? "test" : split, columns.classes().count());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
