package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.cli.text.DiagnoseJson;
import org.limbeck.cli.text.DiagnoseStudyText;
import org.limbeck.cli.text.DiagnoseText;
import org.limbeck.report.DiagnosisPage;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.store.RunDirectory;
import org.limbeck.workflow.ClassValues;
import org.limbeck.workflow.Diagnose;
import org.limbeck.workflow.DiagnosedScores;
import org.limbeck.workflow.DiagnosedStudy;
import org.limbeck.workflow.scored.ModelFiles;
import org.limbeck.workflow.scored.ScoredExamples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck diagnose}: whether a model's scores are fit to teach a robust student. */
@Command(
    name = "diagnose",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says whether scores are fit to teach a robust student, without training.",
      "Prints the calibration of each class relative to its frequency, in every",
      "score mode, what of it chance explains, and a verdict with its figures.",
      "",
      "TARGET is one of",
      "- a run of a study, STUDY/runs/ID;",
      "- a study, whose teachers are compared;",
      "- a CSV file, .csv or .csv.gz, with label,z0,z1,... (logits) or label,p0,p1,...",
      "  (probabilities), or y_true, proba_NAME, ...; other columns are left out;",
      "- a .npy file of logits or probabilities, with --labels FILE;",
      "- a .npz or .safetensors file with arrays such as logits [n, m] and labels [n];",
      "- an .onnx model or a Triton model folder, scored on the rows that --data names;",
      "- '-', a table from standard input.",
      ""
    })
final class DiagnoseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TARGET", description = "What to diagnose.")
  private Path target = Path.of("");

  @Option(
      names = "--costs",
      paramLabel = "C,C|FILE",
      description = "Costs the model was trained with, one for each class (default: 1).")
  private @Nullable String costs;

  @Option(
      names = {"--prior", "--train-counts"},
      paramLabel = "P,P|FILE",
      description = "Class frequencies or counts of its training data (default: of the labels).")
  private @Nullable String prior;

  @Mixin private TableOptions columns = new TableOptions();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256",
      description = "Fingerprint of the data that was scored; refused unless --data has it, too.")
  private @Nullable String fingerprint;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.html",
      description = "Also write a page with reliability diagrams.")
  private @Nullable Path output;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only.")
  private boolean quiet;

  @Option(names = "--json", description = "Print one JSON object instead of tables.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean run = Files.exists(target.resolve(RunDirectory.RECORD));
    boolean model = ModelFiles.isModel(target);
    boolean directory = Files.isDirectory(target) && !model;
    if (directory) {
      refuseOptionsOfFiles();
    }
    if (directory && !run) {
      DiagnosedStudy study = Diagnose.study(target);
      page(study.teachers().stream().map(DiagnosedStudy.Teacher::scores).toList());
      print(() -> DiagnoseJson.of(study), () -> DiagnoseStudyText.of(study));
    } else {
      DiagnosedScores scores = run ? Diagnose.run(target) : file(model);
      page(List.of(scores));
      print(() -> DiagnoseJson.of(scores), () -> DiagnoseText.of(scores));
    }
    return ExitCodes.OK;
  }

  private DiagnosedScores file(boolean model) {
    if (fingerprint != null && !data.isGiven()) {
      throw usage("--fingerprint is compared with the data; name that with --data");
    }
    Optional<ScoredExamples> examples =
        data.examples(
            columns, spec.commandLine().getErr(), model ? Optional.of(target) : Optional.empty());
    var options =
        new Diagnose.Options(
            Optional.ofNullable(costs).map(given -> ClassValues.parse("--costs", given)),
            Optional.ofNullable(prior).map(given -> ClassValues.parse("--prior", given)),
            examples,
            Optional.ofNullable(fingerprint));
    return model ? Diagnose.onnx(target, options) : Diagnose.table(table(examples), options);
  }

  /** The scores, with their classes in the order of the data that they are of. */
  private ScoreTable table(Optional<ScoredExamples> examples) {
    TableRequest request = columns.request(TableRequest.Content.SCORES);
    if (examples.isPresent()) {
      // The columns that options name are those of the data.
      request =
          request.withColumns(
              new TableColumns(
                  Optional.empty(),
                  Optional.empty(),
                  request.columns().scores(),
                  Optional.empty(),
                  List.of()));
    }
    ScoreTable table = columns.read(target, request);
    List<String> names = examples.map(ScoredExamples::classNames).orElse(table.classNames());
    boolean reordered =
        !table.classNames().equals(names)
            && Set.copyOf(table.classNames()).equals(Set.copyOf(names));
    return reordered ? columns.read(target, request.withClassNames(names)) : table;
  }

  private void refuseOptionsOfFiles() {
    boolean given =
        !columns.given().isEmpty()
            || data.isGiven()
            || data.hasSeed()
            || Stream.of(costs, prior, fingerprint).anyMatch(Objects::nonNull);
    if (given) {
      throw usage(
          "options of columns and data, --costs, --prior and --fingerprint are for files, and "
              + target
              + " is a directory, whose runs say all that; leave them out");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void page(List<DiagnosedScores> diagnosed) {
    if (output != null) {
      List<DiagnosisPage.Entry> entries =
          diagnosed.stream()
              .map(one -> new DiagnosisPage.Entry(one.title(), one.notes(), one.diagnosis()))
              .toList();
      AtomicFiles.write(output, DiagnosisPage.of(entries));
    }
  }

  private void print(Supplier<Map<String, Object>> result, Supplier<String> text) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(result.get()));
    } else if (!quiet) {
      out.print(text.get());
      if (output != null) {
        out.printf("%npage     %s%n", output);
      }
    }
    out.flush();
  }
}
