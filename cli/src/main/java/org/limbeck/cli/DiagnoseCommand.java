package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Charsets;
import org.limbeck.base.Json;
import org.limbeck.report.DiagnosisPage;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.store.RunDirectory;
import org.limbeck.workflow.ClassValues;
import org.limbeck.workflow.Diagnose;
import org.limbeck.workflow.DiagnosedScores;
import org.limbeck.workflow.DiagnosedStudy;
import org.limbeck.workflow.ScoredExamples;
import picocli.CommandLine.Command;
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
      "- a CSV file with label,z0,z1,... (logits) or label,p0,p1,...;",
      "- a .safetensors file with tensors logits [n, m] and labels [n];",
      "- an .onnx model, scored on the examples that --data names.",
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

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "What was scored: a study file (.yaml), for its validation split, or a CSV file with"
              + " features, for all its rows.")
  private @Nullable Path data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "class",
      description = "The class column of a --data CSV file (default: ${DEFAULT-VALUE}).")
  private String label = "class";

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      description = "Charset of CSV files, such as ISO-8859-1 (default: UTF-8).")
  private @Nullable String encoding;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Whose split of --data, where each seed has its own (default: the first).")
  private @Nullable Long seed;

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
    if (Files.isDirectory(target)) {
      refuseOptionsOfFiles();
    }
    if (Files.isDirectory(target) && !run) {
      DiagnosedStudy study = Diagnose.study(target);
      page(study.teachers().stream().map(DiagnosedStudy.Teacher::scores).toList());
      print(() -> DiagnoseJson.of(study), () -> DiagnoseStudyText.of(study));
    } else {
      DiagnosedScores scores = run ? Diagnose.run(target) : file();
      page(List.of(scores));
      print(() -> DiagnoseJson.of(scores), () -> DiagnoseText.of(scores));
    }
    return ExitCodes.OK;
  }

  private DiagnosedScores file() {
    var options =
        new Diagnose.Options(
            Optional.ofNullable(costs).map(given -> ClassValues.parse("--costs", given)),
            Optional.ofNullable(prior).map(given -> ClassValues.parse("--prior", given)),
            Optional.ofNullable(data).map(this::heldOut),
            Optional.ofNullable(fingerprint));
    if (fingerprint != null && data == null) {
      throw usage("--fingerprint is compared with the data; name that with --data");
    }
    return target.toString().endsWith(".onnx")
        ? Diagnose.onnx(target, options)
        : Diagnose.table(
            ScoreTable.read(target, TableRequest.SCORES.withEncoding(charset())), options);
  }

  private ScoredExamples heldOut(Path file) {
    String name = file.toString();
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return ScoredExamples.ofCsv(file, label, charset());
    }
    OptionalLong used = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    return ScoredExamples.ofStudy(file, used, new DecodingLine(spec.commandLine().getErr()));
  }

  private Optional<Charset> charset() {
    return Optional.ofNullable(encoding).map(name -> Charsets.named("--encoding", name));
  }

  private void refuseOptionsOfFiles() {
    if (Stream.of(costs, prior, data, encoding, seed, fingerprint).anyMatch(Objects::nonNull)) {
      throw usage(
          "--costs, --prior, --data, --encoding, --seed and --fingerprint are for files, and "
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
