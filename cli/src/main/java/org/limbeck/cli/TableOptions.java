package org.limbeck.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Charsets;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.workflow.ClassList;
import org.limbeck.workflow.scored.DataTable;
import picocli.CommandLine.Option;

/** Options of commands that read predictions and scores: what a file holds, and where. */
final class TableOptions {
  /** What is read besides directories and models, for the help of commands. */
  static final String STANDARD_INPUT = "-";

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "Column or array of the labels (default: label, y_true, target, ...; of a --data"
              + " table: class).")
  private @Nullable String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "Column or array of the predicted classes (default: prediction, y_pred, ...).")
  private @Nullable String prediction;

  @Option(
      names = "--scores",
      paramLabel = "PREFIX|COLUMN,...",
      split = ",",
      description =
          "Beginning of the names of the columns of scores, or all these columns, or an array"
              + " (default: p0,p1,... z0,z1,... proba_NAME, logit_NAME, or the classes' names).")
  private List<String> scores = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What the scores are: logits or probabilities (default: as their names say).")
  private @Nullable ScoreKind kind;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "Column or array of ids, all different (default: id).")
  private @Nullable String id;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN,...",
      split = ",",
      description = "Columns that are left out.")
  private List<String> ignore = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "A column of groups: evaluate also prints how good predictions are in each.")
  private @Nullable String group;

  @Option(
      names = "--classes",
      paramLabel = "M|NAME,...|FILE",
      description =
          "Number of classes, or their names in the order of the scores, or a file with a name on"
              + " each line (default: from the file, names in alphabetical order).")
  private @Nullable String classes;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "File with the labels, row by row, where the scores' file has none.")
  private @Nullable Path labels;

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      description = "Charset of CSV files, such as ISO-8859-1 (default: UTF-8).")
  private @Nullable String encoding;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Format of standard input: csv (default), parquet, npy, npz or safetensors.")
  private @Nullable String format;

  /** Reads a file, or standard input where it is called {@code -}. */
  ScoreTable read(Path file, TableRequest request) {
    if (file.toString().equals(STANDARD_INPUT)) {
      return ScoreTable.read(System.in, format == null ? "csv" : format, request);
    }
    return ScoreTable.read(file, request);
  }

  /** What is wanted from a table. */
  TableRequest request(TableRequest.Content content) {
    ClassList given = classes();
    return TableRequest.builder(content)
        .classes(given.count())
        .classNames(given.names())
        .group(Optional.ofNullable(group))
        .encoding(charset())
        .columns(
            new TableColumns(
                Optional.ofNullable(label),
                Optional.ofNullable(prediction),
                scores,
                Optional.ofNullable(id),
                ignore))
        .kind(Optional.ofNullable(kind))
        .labels(Optional.ofNullable(labels))
        .build();
  }

  /** The classes, as far as they are given. */
  ClassList classes() {
    return classes == null ? ClassList.UNKNOWN : ClassList.parse("--classes", classes);
  }

  Optional<Charset> charset() {
    return Optional.ofNullable(encoding).map(name -> Charsets.named("--encoding", name));
  }

  /** The table with examples whose columns these are. */
  DataTable table(String from) {
    List<String> leftOut = new ArrayList<>(ignore);
    if (prediction != null) {
      leftOut.add(prediction);
    }
    return new DataTable(
        from,
        label == null ? "class" : label,
        Optional.ofNullable(id),
        Optional.ofNullable(group),
        leftOut,
        charset());
  }

  /** The options of formats, columns and labels that are given; a directory has no use for them. */
  List<String> given() {
    List<String> names = new ArrayList<>();
    add(names, "--label", label);
    add(names, "--prediction", prediction);
    add(names, "--scores", scores.isEmpty() ? null : scores);
    add(names, "--kind", kind);
    add(names, "--id", id);
    add(names, "--ignore", ignore.isEmpty() ? null : ignore);
    add(names, "--group", group);
    add(names, "--labels", labels);
    add(names, "--encoding", encoding);
    add(names, "--format", format);
    return names;
  }

  private static void add(List<String> names, String name, @Nullable Object value) {
    if (value != null) {
      names.add(name);
    }
  }

  /** Whether {@code --format} is given, which only standard input needs. */
  boolean hasFormat() {
    return format != null;
  }
}
