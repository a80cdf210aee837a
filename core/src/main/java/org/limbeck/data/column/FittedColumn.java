package org.limbeck.data.column;

import java.util.ArrayList;
import java.util.List;

/**
 * A column with what its features need to know of the training split.
 *
 * @param kind of its raw values
 * @param name of the column
 * @param means of the values that are there, one for each raw value; they replace missing ones.
 *     Empty for a category
 * @param texts of a category that have a feature each, the most frequent first, then by text; empty
 *     for other kinds
 * @param other whether a category has a feature for all other texts: where the training split has
 *     texts beyond the limit. Without it an unknown text has no feature, since nothing could be
 *     learned of it
 * @param flagged whether a feature says that the value is missing
 */
public record FittedColumn(
    ColumnKind kind,
    String name,
    List<Float> means,
    List<String> texts,
    boolean other,
    boolean flagged) {

  public FittedColumn {
    means = List.copyOf(means);
    texts = List.copyOf(texts);
  }

  /** The number of raw values. */
  public int rawWidth() {
    return kind == ColumnKind.CATEGORY ? 1 : means.size();
  }

  /** The number of its features, without the one that says that the value is missing. */
  public int features() {
    return kind == ColumnKind.CATEGORY ? texts.size() + (other ? 1 : 0) : means.size();
  }

  /** Names of these features, for people. */
  List<String> featureNames() {
    List<String> names = new ArrayList<>();
    if (kind == ColumnKind.NUMERIC || kind == ColumnKind.FLAG) {
      names.add(name);
    }
    for (int i = 0; kind == ColumnKind.VECTOR && i < means.size(); i++) {
      names.add(name + "[" + i + "]");
    }
    texts.forEach(text -> names.add(name + "=" + text));
    if (other) {
      names.add(name + " (other)");
    }
    return names;
  }
}
