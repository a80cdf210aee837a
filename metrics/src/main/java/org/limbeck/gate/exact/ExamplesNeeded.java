package org.limbeck.gate.exact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many examples of a class would decide an undecided pair, if the rates stay as they are; each
 * is {@code null} where no number up to {@link #MOST} does, and where the pair is decided.
 *
 * @param half the smallest n' &gt;= n with which rates rounded down to whole examples decide, by
 *     the bounds of a single pair (h = 1): a chance of about one half
 * @param halfOfPairs the same by the bounds of the verdict, at level d/h
 * @param eighty the number with which the verdict is decided with a chance of 80 %
 */
public record ExamplesNeeded(
    @Nullable Integer half, @Nullable Integer halfOfPairs, @Nullable Integer eighty) {
  /** Larger numbers are not looked for. */
  public static final int MOST = 10_000_000;

  static final double CHANCE = 0.8;

  /** The standard normal quantile of {@link #CHANCE}. */
  static final double CHANCE_QUANTILE = 0.8416212335729143;

  /** No numbers: for what is decided, and what no number decides. */
  public static final ExamplesNeeded NONE = new ExamplesNeeded(null, null, null);

  /** For a share of {@code correct} among {@code examples} and a threshold it is to reach. */
  public static ExamplesNeeded ofShare(int correct, int examples, double threshold, Level level) {
    return ShareNeeds.of(correct, examples, threshold, level);
  }

  /**
   * For a drop of (b - c)/n and the margin it is to stay below; the chance of 80 % is by a normal
   * approximation.
   */
  public static ExamplesNeeded ofDrop(int b, int c, int n, double margin, Level level) {
    return DropNeeds.of(b, c, n, margin, level);
  }

  /**
   * For a mean of class accuracies and a threshold it is to reach: examples of all classes
   * together, if each class grows by the same factor; approximate, to 1 %.
   *
   * @param examples of each class, at least 1
   * @param correct of each class
   */
  public static ExamplesNeeded ofBalanced(
      List<Integer> examples, List<Integer> correct, double threshold, Level level) {
    return BalancedNeeds.of(examples, correct, threshold, level);
  }

  /**
   * The least number of examples with which a drop can hold while no prediction changes, 183 for a
   * margin of 0.02 at 95 %; {@code null} for a margin of 0.
   */
  public static @Nullable Integer withoutChange(double margin, double d) {
    return DropNeeds.withoutChange(margin, d);
  }
}
