package org.limbeck.gate;

import org.jspecify.annotations.Nullable;

/**
 * How many examples of a class would decide an undecided pair, if the rates stay as they are; each
 * is {@code null} where no number up to {@link #MOST} does, and where the pair is decided.
 *
 * @param half the smallest n' &gt;= n with which rates rounded down to whole examples decide, by the
 *     bounds of a single pair (h = 1): a chance of about one half
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

  static final ExamplesNeeded NONE = new ExamplesNeeded(null, null, null);
}
