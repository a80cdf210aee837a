package org.limbeck.onnx;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.data.column.MissingValues;

/**
 * What the metadata of a model says of one raw column.
 *
 * @param input the name of the input that takes it
 * @param column its name
 * @param kind of its values, in words
 * @param length values in a row
 * @param missing what becomes of a missing value: {@code refuse}, {@code mean} or {@code flag}
 * @param texts that have a feature each
 * @param other whether all other texts share a feature
 */
public record InputMetadata(
    String input,
    String column,
    String kind,
    int length,
    String missing,
    List<String> texts,
    boolean other) {
  public InputMetadata {
    texts = List.copyOf(texts);
  }

  /** One for each column of an encoding, in order. */
  public static List<InputMetadata> of(Encoding encoding) {
    List<InputMetadata> all = new ArrayList<>();
    int next = 0;
    for (RawInput input : RawInput.of(encoding)) {
      for (int i = 0; i < input.columns().size(); i++) {
        FittedColumn column = encoding.columns().get(next++);
        all.add(
            new InputMetadata(
                input.name(),
                column.name(),
                column.kind().words(),
                column.rawWidth(),
                missing(encoding, column),
                column.texts(),
                column.other()));
      }
    }
    return all;
  }

  /** A column that had no holes in training has no feature for them: they become the mean. */
  private static String missing(Encoding encoding, FittedColumn column) {
    boolean flag = encoding.missing() == MissingValues.FLAG;
    return (flag && !column.flagged() ? MissingValues.MEAN : encoding.missing()).words();
  }
}
