package org.limbeck.data.column;

import java.util.ArrayList;
import java.util.List;

/**
 * How raw columns become features, fitted on the training split alone: the features of each column
 * in order, then one for each column that is {@link FittedColumn#flagged}, 1 where its value is
 * missing.
 *
 * <p>A number is its own feature, a list of numbers as many; a text is one-hot. A missing number is
 * the mean of training, whatever the policy. A missing text, which an empty one is too, is 0 in all
 * its features.
 *
 * @param columns in the order of their raw values
 * @param missing the policy; it decides which columns are flagged: with {@link MissingValues#FLAG}
 *     those that have missing values in the training split
 */
public record Encoding(List<FittedColumn> columns, MissingValues missing) {
  public Encoding {
    columns = List.copyOf(columns);
  }

  /** Whether every column is one number, so that a row is a row of a matrix. */
  public boolean onlyNumbers() {
    return columns.stream().allMatch(column -> column.kind().single());
  }

  /** The number of raw values of a row. */
  public int rawWidth() {
    return columns.stream().mapToInt(FittedColumn::rawWidth).sum();
  }

  /** The number of features. */
  public int features() {
    return featuresOfColumns() + flagged().size();
  }

  /** The number of features before those that say what is missing. */
  int featuresOfColumns() {
    return columns.stream().mapToInt(FittedColumn::features).sum();
  }

  /** The columns with a feature that says whether their value is missing, in order. */
  public List<FittedColumn> flagged() {
    return columns.stream().filter(FittedColumn::flagged).toList();
  }

  /** Names of the features in order, for people. */
  public List<String> featureNames() {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.addAll(column.featureNames()));
    flagged().forEach(column -> names.add(column.name() + " (missing)"));
    return names;
  }
}
