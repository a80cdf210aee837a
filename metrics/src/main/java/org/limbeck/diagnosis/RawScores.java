package org.limbeck.diagnosis;

import java.util.OptionalInt;

/**
 * What numbers look like that a model gave for some examples, before anything is made of them.
 *
 * @param look what they can be
 * @param examples n
 * @param least the smallest number
 * @param largest the largest number
 * @param leastSum the smallest sum of an example's numbers
 * @param largestSum the largest sum
 * @param firstOther the first example that does not look like the others, where nearly all look
 *     like probabilities
 */
public record RawScores(
    Look look,
    int examples,
    double least,
    double largest,
    double leastSum,
    double largestSum,
    OptionalInt firstOther) {
  /** Numbers of fewer examples can look like anything by accident. */
  public static final int ENOUGH = 3;

  /** What numbers can be, by their range and sums. */
  public enum Look {
    /** In [0, 1], and 1 together for each example. */
    PROBABILITIES,
    /** None above 0, and their exponentials are 1 together for each example. */
    LOG_PROBABILITIES,
    /** In [0, 1], with sums that are not 1: probabilities of each class against the others. */
    SEPARATE_PROBABILITIES,
    /** Not negative, with a sum that is the same for all examples but not 1: percent, or votes. */
    SHARES,
    /** Anything else. */
    LOGITS
  }

  /** Reads the numbers of an example, {@code [classes]}. */
  @FunctionalInterface
  public interface Rows {
    /** Writes the numbers of example {@code i}. */
    void read(int i, double[] row);
  }

  /** The look of the numbers of some examples. */
  public static RawScores of(int examples, int classes, Rows rows) {
    var ranges = new RawRanges(classes);
    var row = new double[classes];
    for (int i = 0; i < examples; i++) {
      rows.read(i, row);
      ranges.add(row);
    }
    return ranges.scores();
  }

  /** Whether these are probabilities, with enough examples to be sure. */
  public boolean surelyProbabilities() {
    return look == Look.PROBABILITIES && examples >= ENOUGH;
  }
}
