package org.limbeck.metric;

import java.util.Arrays;

/**
 * A confusion matrix: how often each label was predicted as each class. Immutable.
 *
 * <p>Every class metric is a function of this value, which is computed once. A class may have no
 * examples; its count is 0.
 */
public final class ClassTally {
  // Only the cells that are not 0, as sorted keys label * classes + prediction: a dense matrix of
  // 10,000 classes would take 400 MB.
  private final long[] cells;
  private final int[] cellCounts;
  private final ClassHits hits;

  private ClassTally(long[] cells, int[] cellCounts, ClassHits hits) {
    this.cells = cells;
    this.cellCounts = cellCounts;
    this.hits = hits;
  }

  /**
   * The tally of some predictions.
   *
   * @param classes the number of classes m, at least 1
   * @param labels {@code [examples]}, each in [0, classes)
   * @param predictions {@code [examples]}, each in [0, classes)
   */
  public static ClassTally of(int classes, int[] labels, int[] predictions) {
    if (classes < 1) {
      throw new IllegalArgumentException("expected 1 class or more, found " + classes);
    }
    if (labels.length != predictions.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(labels.length, predictions.length));
    }
    var count = new int[classes];
    var correct = new int[classes];
    var keys = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int label = inRange("label", i, labels[i], classes);
      int prediction = inRange("prediction", i, predictions[i], classes);
      count[label]++;
      correct[label] += label == prediction ? 1 : 0;
      keys[i] = (long) label * classes + prediction;
    }
    Arrays.sort(keys);
    return runLengths(keys, ClassHits.ofCounts(count, correct));
  }

  private static ClassTally runLengths(long[] sortedKeys, ClassHits hits) {
    var cells = Arrays.stream(sortedKeys).distinct().toArray();
    var counts = new int[cells.length];
    int cell = 0;
    for (long key : sortedKeys) {
      cell += key == cells[cell] ? 0 : 1;
      counts[cell]++;
    }
    return new ClassTally(cells, counts, hits);
  }

  static int inRange(String what, int example, int found, int classes) {
    if (found < 0 || found >= classes) {
      throw new IllegalArgumentException(
          "%s of example %d: expected [0, %d), found %d".formatted(what, example, classes, found));
    }
    return found;
  }

  /** The counts on the diagonal. */
  public ClassHits hits() {
    return hits;
  }

  /** The number of classes m, with and without examples. */
  public int classes() {
    return hits.classes();
  }

  /** The number of examples n. */
  public int examples() {
    return hits.examples();
  }

  /** The number of examples with this label; 0 for an absent class. */
  public int count(int label) {
    return hits.count(label);
  }

  /** The number of examples with this label that were predicted as it. */
  public int correct(int label) {
    return hits.correct(label);
  }

  /** The number of examples with this label that were predicted as {@code prediction}. */
  public int predictedAs(int label, int prediction) {
    int cell = Arrays.binarySearch(cells, (long) label * classes() + prediction);
    return cell < 0 ? 0 : cellCounts[cell];
  }
}
