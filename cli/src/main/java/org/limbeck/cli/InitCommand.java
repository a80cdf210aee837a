package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Split;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.table.TableDescription;
import org.limbeck.workflow.DataName;
import org.limbeck.workflow.StudyDraft;
import org.limbeck.workflow.StudyDraft.DataKey;
import org.limbeck.workflow.UsualNetworks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck init}: writes a commented study file for the user's data. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a study file for your data, with comments: columns, classes, what is to be decided.",
      "Nothing is trained, and no file is replaced."
    })
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATA",
      description =
          "A table (.csv, .tsv, .parquet, .jsonl), or a pattern of them in quotes; a source, such as"
              + " digits; or a folder with a folder of pictures for each class.")
  private String data = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The study file (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("study.yaml");

  @Mixin private TableRoles roles = new TableRoles();

  @Option(names = "--json", description = "Print one JSON object: the file and what to decide.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (Files.exists(output)) {
      throw new LimbeckException(
          output + ": exists already; delete it, or name another file with -o");
    }
    return KeyHints.explaining(this::write);
  }

  private int write() {
    List<String> decisions = new ArrayList<>();
    StudyDraft draft =
        TableDescription.reads(data) && !Files.isDirectory(Path.of(data))
            ? table(decisions)
            : other();
    String text = draft.text();
    Path folder = output.toAbsolutePath().getParent();
    StudyYaml.parse(text, output.toString(), folder == null ? Path.of("") : folder);
    AtomicFiles.write(output, text);
    print(decisions);
    return ExitCodes.OK;
  }

  private StudyDraft table(List<String> decisions) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("from", data);
    options.putAll(TableRoles.labelled(data, roles.options()));
    var draft = new TableDraft(TableDescription.of(options), relative(data));
    StudyDraft made = draft.draft(DataName.studyName(DataName.plan(data, Map.of())));
    decisions.addAll(draft.decisions());
    return made;
  }

  private StudyDraft other() {
    DataPlan plan = DataName.plan(data, roles.options());
    Dataset dataset = Datasets.build(plan, 0, new DecodingLine(spec.commandLine().getErr()));
    List<DataKey> keys = new ArrayList<>(List.of(DataKey.of("source", plan.source())));
    List<String> files = Datasets.source(plan.source()).files();
    plan.options()
        .forEach(
            (key, value) ->
                keys.add(DataKey.of(key, files.contains(key) ? relative(value) : value)));
    keys.add(DataKey.comment(classes(dataset)));
    return new StudyDraft(
        DataName.studyName(plan),
        String.format(
            Locale.ROOT,
            "A study of %s: %,d classes, examples of shape %s.",
            dataset.name(),
            dataset.classes(),
            Arrays.toString(dataset.shape())),
        keys,
        UsualNetworks.ofShape(dataset.shape()));
  }

  private static String classes(Dataset dataset) {
    var text = new StringBuilder("Classes and their examples for training:");
    int[] counts = dataset.classCounts(Split.TRAIN);
    for (int y = 0; y < counts.length; y++) {
      text.append("\n  %s %,d".formatted(dataset.classNames().get(y), counts[y]));
    }
    return text.append("\nSplits: ").append(dataset.protocol()).toString();
  }

  /** A file or pattern as the study file names it, whose folder it is relative to. */
  private String relative(String name) {
    Path file = Path.of(name).toAbsolutePath().normalize();
    Path folder = output.toAbsolutePath().normalize().getParent();
    return folder != null && file.startsWith(folder)
        ? folder.relativize(file).toString()
        : file.toString();
  }

  private void print(List<String> decisions) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(Map.of("file", output.toString(), "decisions", decisions)));
    } else {
      decisions.forEach(decision -> out.println("decide: " + decision));
      out.printf("wrote %s; look through it, then train: limbeck study %s%n", output, output);
    }
    out.flush();
  }
}
