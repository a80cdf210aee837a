package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.limbeck.workflow.scored.DataTable;
import org.limbeck.workflow.scored.ScoredExamples;
import picocli.CommandLine.Option;

/** Options of commands that score examples with a model. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "What is or was scored: a study file (.yaml), for its validation split, or a table (CSV,"
              + " TSV, Parquet or JSON lines, or a pattern like 'rows/*.parquet'), for all its rows."
              + " --label, --group, --id and --ignore name columns of it.")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Whose split of --data, where each seed has its own (default: the first).")
  private @Nullable Long seed;

  boolean isGiven() {
    return data != null;
  }

  boolean hasSeed() {
    return seed != null;
  }

  /**
   * The examples, with their classes in the order that {@code --classes} names.
   *
   * @param model that scores them, if it is not known yet how it does
   */
  Optional<ScoredExamples> examples(TableOptions options, PrintWriter err, Optional<Path> model) {
    return Optional.ofNullable(data)
        .map(file -> read(file, options, err, model))
        .map(
            examples ->
                options.classes().names().isEmpty()
                    ? examples
                    : examples.ordered(options.classes().names()));
  }

  private ScoredExamples read(
      Path file, TableOptions options, PrintWriter err, Optional<Path> model) {
    String name = file.toString();
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      OptionalLong used = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
      return ScoredExamples.ofStudy(file, used, new DecodingLine(err));
    }
    DataTable table = options.table(name);
    return KeyHints.explainingOptions(() -> model.map(table::read).orElseGet(table::read));
  }
}
