package org.limbeck.scores;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/**
 * The labels of some examples and what a model, any model, predicted for them.
 *
 * <p>Immutable by agreement: the arrays are handed out without a copy, since the probabilities of
 * 50,000 examples in 1,000 classes take 400 MB.
 */
public final class PredictionTable {
  private final int classes;
  private final int[] labels;
  private final int[] predictions;
  private final double @Nullable [] probabilities;
  private final @Nullable Groups groups;

  public PredictionTable(
      int classes, int[] labels, int[] predictions, double @Nullable [] probabilities) {
    this(classes, labels, predictions, probabilities, null);
  }

  public PredictionTable(
      int classes,
      int[] labels,
      int[] predictions,
      double @Nullable [] probabilities,
      @Nullable Groups groups) {
    this.classes = classes;
    this.labels = labels;
    this.predictions = predictions;
    this.probabilities = probabilities;
    this.groups = groups;
  }

  /**
   * Which group each example belongs to.
   *
   * @param names of the groups, in the order they come in
   * @param of {@code [examples]}, each an index of {@code names}
   */
  @SuppressWarnings("ArrayRecordComponent") // large, read-only
  public record Groups(List<String> names, int[] of) {
    public Groups {
      names = List.copyOf(names);
    }
  }

  /**
   * Reads a CSV file with a header and the columns {@code label,prediction} or {@code
   * label,p0,...,p{m-1}} in any order, or all of these.
   *
   * <p>Without a prediction column the class with the largest probability is the prediction, the
   * lowest index of several. Windows line ends, empty lines and a byte order mark are fine.
   *
   * @param classes the number of classes m; if empty, the number of probability columns or, without
   *     these, 1 + the largest label or prediction
   * @throws LimbeckException naming file, line, column and remedy, for anything wrong in the file
   */
  public static PredictionTable read(Path file, OptionalInt classes) {
    return PredictionReader.read(file, classes, Optional.empty());
  }

  /**
   * The same with a column of groups besides.
   *
   * @param group the name of the column; at least two and at most 1,000 different values
   */
  public static PredictionTable read(Path file, OptionalInt classes, String group) {
    return PredictionReader.read(file, classes, Optional.of(group));
  }

  /** The number of classes m. */
  public int classes() {
    return classes;
  }

  /** The number of examples n. */
  public int examples() {
    return labels.length;
  }

  /** {@code [examples]}, each in [0, classes). */
  public int[] labels() {
    return labels;
  }

  /** {@code [examples]}, each in [0, classes). */
  public int[] predictions() {
    return predictions;
  }

  /** The groups, where a column of them was named. */
  public Optional<Groups> groups() {
    return Optional.ofNullable(groups);
  }

  /** Row-major {@code [examples, classes]}, each in [0, 1], if the file has them. */
  public Optional<double[]> probabilities() {
    return Optional.ofNullable(probabilities);
  }
}
