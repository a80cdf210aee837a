package org.limbeck.scores;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.LogitRows;
import org.limbeck.metric.ArgMax;

/**
 * The labels of some examples and what a model, any model, predicted for them: the one table that
 * predictions and scores of every format are read into.
 *
 * <p>The arrays are shared, not copied, since the scores of 50,000 examples in 1,000 classes take
 * 200 MB: treat them as read-only.
 *
 * @param source where the table comes from, for messages
 * @param classes the number of classes m
 * @param labels {@code [examples]}, each in [0, classes)
 * @param predictions {@code [examples]}, each in [0, classes)
 * @param scores of each example for each class, where the model gave any
 * @param groups the group of each example, where they are known
 * @param fingerprint of the data that was scored, where the source says it
 * @param classNames the names of the classes; empty where they are numbered only
 * @param ids of the examples, all different, where the source has them
 * @param found what was taken for what, a sentence for people; empty where nothing was found
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record ScoreTable(
    String source,
    int classes,
    int[] labels,
    int[] predictions,
    Scores scores,
    Optional<Categories> groups,
    Optional<String> fingerprint,
    List<String> classNames,
    Optional<List<String>> ids,
    String found) {
  public ScoreTable {
    classNames = List.copyOf(classNames);
    if (!classNames.isEmpty() && classNames.size() != classes) {
      throw new IllegalArgumentException(
          "expected %d class names, found %d".formatted(classes, classNames.size()));
    }
    if (predictions.length != labels.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(labels.length, predictions.length));
    }
    if (!(scores instanceof Scores.None) && scores.size() != (long) classes * labels.length) {
      throw new IllegalArgumentException(
          "expected %d rows of %d scores, found %d values"
              .formatted(labels.length, classes, scores.size()));
    }
  }

  /** A table without class names and ids. */
  public ScoreTable(
      String source,
      int classes,
      int[] labels,
      int[] predictions,
      Scores scores,
      Optional<Categories> groups,
      Optional<String> fingerprint) {
    this(
        source,
        classes,
        labels,
        predictions,
        scores,
        groups,
        fingerprint,
        List.of(),
        Optional.empty(),
        "");
  }

  /** Predicted classes without scores, groups and fingerprint. */
  public static ScoreTable ofPredictions(
      String source, int classes, int[] labels, int[] predictions) {
    return new ScoreTable(
        source,
        classes,
        labels,
        predictions,
        new Scores.None(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Logits; the class with the largest is the prediction, the lowest index of several.
   *
   * @param logits row-major {@code [examples, classes]}, finite; shared, not copied
   */
  public static ScoreTable ofLogits(
      String source, int classes, int[] labels, float[] logits, Optional<String> fingerprint) {
    return new ScoreTable(
        source,
        classes,
        labels,
        ArgMax.of(logits, classes),
        new Scores.Logits(LogitRows.of(logits, classes)),
        Optional.empty(),
        fingerprint);
  }

  /**
   * Probabilities; the class with the largest is the prediction, the lowest index of several.
   *
   * @param probabilities row-major {@code [examples, classes]}, each in [0, 1]; shared, not copied
   */
  public static ScoreTable ofProbabilities(
      String source, int classes, int[] labels, double[] probabilities) {
    return new ScoreTable(
        source,
        classes,
        labels,
        ArgMax.of(probabilities, classes),
        new Scores.Probabilities(probabilities),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads a file: CSV unless a {@link TableFormat} reads files of its name.
   *
   * <p>Without a prediction column the class with the largest score is the prediction, the lowest
   * index of several.
   *
   * @throws LimbeckException naming file, place and remedy, for anything wrong in the file
   */
  public static ScoreTable read(Path file, TableRequest request) {
    CsvFile.checkReadable(file);
    return TableFormat.of(file).read(file, request);
  }

  /** Reads standard input; see {@link StandardInput}. */
  public static ScoreTable read(InputStream in, String format, TableRequest request) {
    return StandardInput.read(in, format, request);
  }

  /** The same with names of the classes. */
  public ScoreTable withClassNames(List<String> names) {
    return new ScoreTable(
        source, classes, labels, predictions, scores, groups, fingerprint, names, ids, found);
  }

  /** The same with groups of the examples. */
  public ScoreTable withGroups(Optional<Categories> given) {
    return new ScoreTable(
        source, classes, labels, predictions, scores, given, fingerprint, classNames, ids, found);
  }

  /** The same with ids of the examples. */
  public ScoreTable withIds(Optional<List<String>> given) {
    return new ScoreTable(
        source,
        classes,
        labels,
        predictions,
        scores,
        groups,
        fingerprint,
        classNames,
        given,
        found);
  }

  /** The same with what was taken for what; see {@link #found}. */
  public ScoreTable withFound(String sentence) {
    return new ScoreTable(
        source,
        classes,
        labels,
        predictions,
        scores,
        groups,
        fingerprint,
        classNames,
        ids,
        sentence);
  }

  /** The names of the classes; their numbers where they have none. */
  public List<String> namesOfClasses() {
    return classNames.isEmpty()
        ? IntStream.range(0, classes).mapToObj(Integer::toString).toList()
        : classNames;
  }

  /** The number of examples n. */
  public int examples() {
    return labels.length;
  }

  /** Row-major {@code [examples, classes]}, each in [0, 1], if there are scores. */
  public Optional<double[]> probabilities() {
    return scores.probabilities(classes);
  }

  /**
   * The scores in canonical form: logits, logits with a constant added to each example, and
   * probabilities give the same rows.
   *
   * @throws LimbeckException if there are predictions alone
   */
  public LogitRows logProbabilities() {
    return scores
        .logProbabilities(classes)
        .orElseThrow(
            () ->
                new LimbeckException(
                    source + ": has predictions but no scores; give a probability for each class"));
  }
}
