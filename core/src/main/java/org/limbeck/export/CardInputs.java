package org.limbeck.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.data.column.ColumnKind;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.data.column.MissingValues;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.onnx.RawInput;

/** The part of a model card on the inputs of a model that takes the raw columns of a table. */
final class CardInputs {
  /** Texts of a column that the card names; the metadata has all. */
  private static final int NAMED = 12;

  private final Encoding encoding;
  private final List<RawInput> inputs;

  CardInputs(Encoding encoding) {
    this.encoding = encoding;
    inputs = RawInput.of(encoding);
  }

  /** The lines on the inputs in the list of what goes in and out. */
  String bullet() {
    String lead =
        encoding.onlyNumbers()
            ? "- Input `input`: float32 `[batch, %s]`, the columns below in this order, as the data have them."
                .formatted(encoding.columns().size())
            : "- Inputs: each column below by its name, as the data have it.";
    return lead
        + " The model itself turns them into %s features and normalises these."
            .formatted(encoding.features());
  }

  /** The table of columns. */
  String table() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < encoding.columns().size(); i++) {
      FittedColumn column = encoding.columns().get(i);
      rows.add(
          List.of(
              encoding.onlyNumbers() ? Integer.toString(i) : Markdown.escape(inputs.get(i).name()),
              Markdown.escape(column.name()),
              type(column),
              values(column),
              missing(column)));
    }
    List<String> header =
        List.of(
            encoding.onlyNumbers() ? "Place" : "Input",
            "Column",
            "Type",
            "Values",
            "If it is missing");
    return "## Inputs\n\n"
        + Markdown.table(5, header, rows)
        + "\nThe metadata `%s` has the same as a JSON array, with all texts.\n"
            .formatted(MetadataKeys.INPUTS);
  }

  private String type(FittedColumn column) {
    String type = column.kind() == ColumnKind.CATEGORY ? "string" : "float32";
    return encoding.onlyNumbers() ? type : "%s `[batch, %s]`".formatted(type, column.rawWidth());
  }

  private static String values(FittedColumn column) {
    if (column.kind() != ColumnKind.CATEGORY) {
      return column.kind() == ColumnKind.VECTOR
          ? "a list of %s numbers".formatted(column.rawWidth())
          : "%s, mean %s in training"
              .formatted(column.kind().words(), plain(column.means().get(0)));
    }
    String named =
        column.texts().stream()
            .limit(NAMED)
            .map(Markdown::escape)
            .collect(Collectors.joining(", "));
    int more = column.texts().size() - NAMED;
    return "text: "
        + named
        + (more > 0 ? " and %s more".formatted(more) : "")
        + (column.other()
            ? "; all others share a feature"
            : "; any other has no feature: nothing was learned of it");
  }

  private String missing(FittedColumn column) {
    String flag = column.flagged() ? ", and a feature says so" : "";
    if (column.kind() == ColumnKind.CATEGORY) {
      return "give an empty text: it has no feature" + flag;
    }
    return encoding.missing() == MissingValues.REFUSE
        ? "training had no such row: NaN makes the scores NaN"
        : "give NaN: it becomes the mean of training" + flag;
  }

  /** A number as prose and both languages of the examples write it. */
  static String plain(float value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
