package org.limbeck.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.data.column.ColumnKind;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.Encoding;

/**
 * An input of a model that takes the raw columns of a table.
 *
 * <p>Where every column is a number or a flag there is one input for all of them, {@code input},
 * {@code [batch, columns]}. Else each column has one, named after it: float32 {@code [batch, 1]},
 * {@code [batch, length]} for lists, strings {@code [batch, 1]} for texts. A missing number is NaN,
 * a missing text is empty.
 *
 * @param name of the input
 * @param columns that it takes, in order
 * @param kind of their values
 * @param width values in a row
 */
public record RawInput(String name, List<String> columns, ColumnKind kind, int width) {
  public RawInput {
    columns = List.copyOf(columns);
  }

  /** The inputs of the model of an encoding. */
  public static List<RawInput> of(Encoding encoding) {
    return of(
        encoding.columns().stream()
            .map(c -> new RawInput(c.name(), List.of(c.name()), c.kind(), c.rawWidth()))
            .toList());
  }

  /** The inputs of the model of a student that was trained on these columns. */
  public static List<RawInput> of(Columns columns) {
    return of(
        columns.columns().stream()
            .map(c -> new RawInput(c.name(), List.of(c.name()), c.kind(), c.rawWidth()))
            .toList());
  }

  private static List<RawInput> of(List<RawInput> columns) {
    List<String> names = columns.stream().map(RawInput::name).toList();
    if (columns.stream().allMatch(column -> column.kind().single())) {
      return List.of(new RawInput(OnnxExport.INPUT, names, ColumnKind.NUMERIC, names.size()));
    }
    // Two inputs or outputs of one name are no graph: a column called as an output is renamed.
    Set<String> taken = new HashSet<>(names);
    taken.add(OnnxExport.LOGITS);
    taken.add(OnnxExport.PROBABILITIES);
    List<RawInput> inputs = new ArrayList<>();
    for (RawInput column : columns) {
      inputs.add(
          OnnxExport.OUTPUTS.contains(column.name())
              ? column.named(free(column.name(), taken))
              : column);
    }
    return inputs;
  }

  private RawInput named(String other) {
    return new RawInput(other, columns, kind, width);
  }

  /** A name with as many underscores after it as make it unlike all others, which it then joins. */
  static String free(String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }
}
