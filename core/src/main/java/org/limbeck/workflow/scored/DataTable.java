package org.limbeck.workflow.scored;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.OptionList;
import org.limbeck.data.SourceData;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;
import org.limbeck.teacher.foreign.ModelRows;

/**
 * A table whose rows are scored: a CSV file of numbers, or anything that the source {@code table}
 * reads.
 *
 * @param from a file, or a pattern like {@code events/*.parquet}
 * @param label the column with the class
 * @param id the column with the ids of rows, all different
 * @param group the column with groups
 * @param ignore columns that are not features; a model that names its columns needs none
 * @param encoding of CSV files; if empty, UTF-8
 */
public record DataTable(
    String from,
    String label,
    Optional<String> id,
    Optional<String> group,
    List<String> ignore,
    Optional<Charset> encoding) {
  private static final String SOURCE = "table";

  public DataTable {
    ignore = List.copyOf(ignore);
  }

  /** A table in UTF-8 whose columns are features, besides the label. */
  public static DataTable of(String from, String label) {
    return new DataTable(
        from, label, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** The rows, to be compared with scores that a model gave them. */
  public ScoredExamples read() {
    return isCsv() ? csv(true) : examples(source(), ModelRows.UNKNOWN);
  }

  /**
   * The rows as a model takes them, with the columns and classes that it names.
   *
   * @param onnx a model, or a Triton model folder
   * @throws LimbeckException if columns are missing or of another kind, or the model does not know
   *     a label
   */
  public ScoredExamples read(Path onnx) {
    ModelRows model = ModelRows.of(onnx);
    ScoredExamples examples =
        !model.columns().isEmpty()
            ? columnsOf(model, onnx)
            : isCsv() ? csv(false) : numbers(examples(source(), ModelRows.UNKNOWN), onnx);
    return inClassesOf(model, onnx, examples);
  }

  private boolean isCsv() {
    return from.toLowerCase(Locale.ROOT).matches("(?s).*\\.csv(\\.gz)?");
  }

  /** A CSV file of numbers, or what the source {@code table} makes of one with other values. */
  private ScoredExamples csv(boolean texts) {
    List<String> leftOut = new ArrayList<>(ignore);
    id.ifPresent(leftOut::add);
    try {
      return ScoredExamples.ofCsv(Path.of(from), encoding, label, group, leftOut);
    } catch (LimbeckException e) {
      try {
        ScoredExamples examples = examples(source(), ModelRows.UNKNOWN);
        if (texts || !hasTexts(examples)) {
          return examples;
        }
      } catch (LimbeckException other) {
        e.addSuppressed(other);
      }
      throw e; // it names the line
    }
  }

  private static boolean hasTexts(ScoredExamples examples) {
    return text(examples).isPresent();
  }

  private static Optional<Column> text(ScoredExamples examples) {
    return examples.columns().stream()
        .flatMap(columns -> columns.columns().stream())
        .filter(Column.Category.class::isInstance)
        .findFirst();
  }

  private ScoredExamples numbers(ScoredExamples examples, Path onnx) {
    text(examples)
        .ifPresent(
            column -> {
              throw new LimbeckException(
                  "%s: column '%s' has texts, and %s takes numbers alone; leave the column out with --ignore, or give the table the model was trained for"
                      .formatted(from, column.name(), onnx));
            });
    return examples;
  }

  private ScoredExamples columnsOf(ModelRows model, Path onnx) {
    ignore.stream()
        .filter(model.columns()::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new LimbeckException(
                  "--ignore: '%s' is a column that %s takes; remove it".formatted(name, onnx));
            });
    try {
      return examples(source(), model);
    } catch (LimbeckException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.startsWith("data.features: ")) {
        throw e;
      }
      throw new LimbeckException(
          "%s, which %s is to score: %s (the model takes %s)"
              .formatted(
                  from,
                  onnx,
                  message.substring("data.features: ".length()),
                  String.join(", ", model.columns())),
          e);
    }
  }

  private ScoredExamples inClassesOf(ModelRows model, Path onnx, ScoredExamples examples) {
    List<String> known = examples.classNames();
    List<String> classes = model.classesOf(onnx.toString(), examples.place(), known);
    if (classes.equals(known)) {
      return examples;
    }
    List<String> absent = classes.stream().filter(name -> !known.contains(name)).toList();
    return examples
        .ordered(classes)
        .noted(
            absent.isEmpty()
                ? "the classes are in the order that the model names: " + String.join(", ", classes)
                : "no row has these of the model's classes: " + String.join(", ", absent));
  }

  private static DatasetSource source() {
    return Datasets.sources().stream()
        .filter(source -> source.name().equals(SOURCE))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "--data: tables other than CSV files of numbers are read by the module limbeck-table, which is not on the class path; add it, or give a CSV file of numbers"));
  }

  private Map<String, String> options(ModelRows model) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("from", from);
    options.put("label", label);
    id.ifPresent(name -> options.put("id", name));
    group.ifPresent(name -> options.put("group", name));
    encoding.ifPresent(charset -> options.put("encoding", charset.name()));
    options.put(
        "missing", MissingValues.MEAN.words()); // anything but refuse: NaN goes to the model
    putList(options, "features", model.columns());
    putList(options, "text", model.texts());
    putList(options, "ignore", model.columns().isEmpty() ? ignore : List.of());
    return options;
  }

  private static void putList(Map<String, String> options, String key, List<String> values) {
    if (!values.isEmpty()) {
      options.put(key, OptionList.of(values));
    }
  }

  private ScoredExamples examples(DatasetSource source, ModelRows model) {
    SourceData data = source.load(options(model));
    var examples =
        new ScoredExamples(
            "the rows of " + from,
            data.classNames(),
            data.train(),
            Optional.empty(),
            Optional.empty(),
            data.groupNames(),
            data.columns().or(() -> numeric(model)),
            List.of());
    return MissingCells.of(examples).map(examples::noted).orElse(examples);
  }

  /** The source does not describe columns that are all numbers without a hole. */
  private static Optional<Columns> numeric(ModelRows model) {
    return model.columns().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Columns(
                model.columns().stream().map(name -> (Column) new Column.Numeric(name)).toList(),
                MissingValues.MEAN,
                Columns.USUAL_CATEGORIES));
  }
}
