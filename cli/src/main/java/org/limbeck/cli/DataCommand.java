package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.DidYouMean;
import org.limbeck.base.Json;
import org.limbeck.cli.text.CountsTable;
import org.limbeck.cli.text.TableText;
import org.limbeck.cli.text.TextTable;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.data.Split;
import org.limbeck.data.image.picture.ContactSheet;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.DataSummary;
import org.limbeck.table.TableDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck data}: which data there is, and what is in it, class by class. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Lists data sources, and describes their splits class by class.")
final class DataCommand {
  /** Images of each class on the contact sheet. */
  private static final int PER_CLASS = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the data sources a study can name.")
  int list(
      @Option(names = "--json", description = "Print one JSON object instead of the table.")
          boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      List<?> sources = Datasets.sources().stream().map(DataCommand::described).toList();
      out.print(Json.pretty(Map.of("sources", sources)));
      out.flush();
      return ExitCodes.OK;
    }
    var table = new TextTable(List.of("source", "what it is"), 2);
    for (DatasetSource source : Datasets.sources()) {
      table.add(List.of(source.name(), source.description()));
    }
    out.print(table);
    out.flush();
    return ExitCodes.OK;
  }

  private static Map<String, Object> described(DatasetSource source) {
    return Map.of(
        "name", source.name(),
        "description", source.description(),
        "options", source.options());
  }

  @Command(
      name = "describe",
      mixinStandardHelpOptions = true,
      description = {
        "Prints the splits of a data source, or of a study file, class by class; of a table, its"
            + " columns, classes and what is odd about them."
      })
  int describe(
      @Parameters(
              paramLabel = "SOURCE|FILE",
              description =
                  "A source, such as digits; a study file (.yaml); or a table (.csv, .tsv,"
                      + " .parquet, .jsonl), which may be a pattern like 'events/*.parquet'.")
          String what,
      @Option(names = "--ratio", paramLabel = "R", description = "Cut a long tail of this ratio.")
          @Nullable Double ratio,
      @Option(
              names = "--data-dir",
              paramLabel = "DIR",
              description = "The folder that the source reads.")
          @Nullable Path dataDir,
      @Option(
              names = "--sheet",
              arity = "0..1",
              fallbackValue = "",
              paramLabel = "FILE.png",
              description =
                  "Draw training images of each class; into NAME-classes.png if no file is named.")
          @Nullable String sheet,
      @Option(
              names = "--label",
              paramLabel = "COLUMN",
              description = "The column of a table that has the class.")
          @Nullable String label,
      @Option(
              names = "--key",
              paramLabel = "KEY=VALUE",
              description =
                  "A key that says how a table is read, such as separator=tab or nulls=[NA,-].")
          @Nullable Map<String, String> keys,
      @Option(names = "--json", description = "Print one JSON object: the classes of each split.")
          boolean json) {
    if (TableDescription.reads(what)) {
      requireNone("--ratio", ratio, "a table");
      requireNone("--data-dir", dataDir, "a table");
      requireNone("--sheet", sheet, "a table");
      return describeTable(what, Optional.ofNullable(label), keys, json);
    }
    requireNone("--label", label, "a source or a study");
    requireNone("--key", keys, "a source or a study");
    DataPlan plan = plan(what, Optional.ofNullable(ratio));
    Dataset data =
        Datasets.build(
            dataDir == null ? plan : inFolder(plan, dataDir),
            0,
            new DecodingLine(spec.commandLine().getErr()));
    Optional<Path> drawn = Optional.ofNullable(sheet).map(file -> draw(data, file));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(DataSummary.of(data)));
    } else {
      printSummary(data, out);
      out.print(CountsTable.of(data));
      drawn.ifPresent(file -> out.printf("%ncontact sheet: %s%n", file.toAbsolutePath()));
    }
    out.flush();
    return ExitCodes.OK;
  }

  private static void requireNone(String option, @Nullable Object value, String what) {
    if (value != null) {
      throw new LimbeckException(
          "%s: not for the description of %s; leave it out".formatted(option, what));
    }
  }

  private int describeTable(
      String from, Optional<String> label, @Nullable Map<String, String> keys, boolean json) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("from", from);
    label.ifPresent(column -> options.put("label", column));
    Map<String, String> more = keys == null ? Map.of() : keys;
    List<String> known = Datasets.source("table").options();
    more.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new LimbeckException(
                "--key: tables have no key '%s'%s".formatted(key, DidYouMean.hint(key, known)));
          }
          options.put(key, TableRoles.listed(key, value));
        });
    var text = new TableText(TableDescription.of(options));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? text.json() : text.text());
    out.flush();
    return ExitCodes.OK;
  }

  private static DataPlan inFolder(DataPlan plan, Path folder) {
    if (!Datasets.source(plan.source()).options().contains("dir")) {
      throw new LimbeckException(
          "--data-dir: source '%s' reads no folder; leave it out".formatted(plan.source()));
    }
    return plan.with("dir", folder.toAbsolutePath().toString());
  }

  private static Path draw(Dataset data, String file) {
    Path target = Path.of(file.isEmpty() ? data.name() + "-classes.png" : file);
    AtomicFiles.write(target, ContactSheet.png(data, PER_CLASS));
    return target;
  }

  private static void printSummary(Dataset data, PrintWriter out) {
    out.printf(
        "%s: %d classes, examples of shape %s%n",
        data.name(), data.classes(), Arrays.toString(data.shape()));
    if (!data.licence().isEmpty()) {
      out.printf("licence: %s%n", data.licence());
    }
    out.printf("split: %s%n", data.protocol());
    int[] counts = data.classCounts(Split.TRAIN);
    int smallest = Arrays.stream(counts).min().orElse(1);
    out.printf(
        Locale.ROOT,
        "imbalance: largest class %d, smallest %d in training, ratio %.1f%n",
        max(counts),
        smallest,
        (double) max(counts) / smallest);
    data.notes().forEach(note -> out.printf("note: %s%n", note));
    out.printf("fingerprint: %s%n%n", data.fingerprint());
  }

  private static DataPlan plan(String what, Optional<Double> ratio) {
    boolean file = what.endsWith(".yaml") || what.endsWith(".yml");
    if (file && ratio.isPresent()) {
      throw new LimbeckException("--ratio: the study file says it; name a source instead");
    }
    if (ratio.filter(r -> !(r >= 1)).isPresent()) {
      throw new LimbeckException("--ratio: expected a number of 1 or more, found " + ratio.get());
    }
    LongTail tail = ratio.map(r -> new LongTail(r, LongTail.Order.LABEL)).orElse(null);
    return file ? StudyYaml.read(Path.of(what)).data() : DataPlan.of(what, tail);
  }

  private static int max(int[] counts) {
    return Arrays.stream(counts).max().orElse(1);
  }
}
