package org.limbeck.metric;

import java.util.Arrays;

/**
 * The number of examples of each class and of right predictions among them: all that class
 * accuracies and their bounds depend on. Immutable.
 *
 * <p>"Class" may be any cut of the examples, such as groups, or classes within groups.
 */
public final class ClassHits {
  private final int[] count;
  private final int[] correct;

  private ClassHits(int[] count, int[] correct) {
    this.count = count;
    this.correct = correct;
  }

  /** Counts that a tally has made. */
  static ClassHits ofCounts(int[] count, int[] correct) {
    return new ClassHits(count, correct);
  }

  /**
   * Counts examples by class.
   *
   * @param classes the number of classes m, at least 1
   * @param labels {@code [examples]}, each in [0, classes)
   * @param right {@code [examples]}, whether each example is predicted right
   */
  public static ClassHits of(int classes, int[] labels, boolean[] right) {
    if (classes < 1) {
      throw new IllegalArgumentException("expected 1 class or more, found " + classes);
    }
    if (labels.length != right.length) {
      throw new IllegalArgumentException(
          "expected %d predictions, found %d".formatted(labels.length, right.length));
    }
    var count = new int[classes];
    var correct = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      int label = ClassTally.inRange("label", i, labels[i], classes);
      count[label]++;
      correct[label] += right[i] ? 1 : 0;
    }
    return new ClassHits(count, correct);
  }

  /** The number of classes m, with and without examples. */
  public int classes() {
    return count.length;
  }

  /** The number of examples n. */
  public int examples() {
    return Arrays.stream(count).sum();
  }

  /** The number of examples with this label; 0 for an absent class. */
  public int count(int label) {
    return count[label];
  }

  /** The number of examples with this label that are predicted right. */
  public int correct(int label) {
    return correct[label];
  }
}
