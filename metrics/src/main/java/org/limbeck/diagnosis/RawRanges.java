package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.OptionalInt;
import org.limbeck.diagnosis.RawScores.Look;

/** The ranges of the numbers of examples, one example after the other. */
final class RawRanges {
  /* Rounding: 100 probabilities printed with three digits are off by 0.003 together as a rule, by
  0.05 at worst; a thousand of float16 by 0.0005. */
  private static final double SUM_TOLERANCE = 0.02;
  private static final double RANGE_TOLERANCE = 1e-6;
  // Above this share of other rows, values are not taken for probabilities.
  private static final int MOST_OTHERS = 100;

  private final int classes;
  private int examples;
  private int probabilities;
  private int logProbabilities;
  private int firstOther = -1;
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double leastSum = Double.POSITIVE_INFINITY;
  private double largestSum = Double.NEGATIVE_INFINITY;

  RawRanges(int classes) {
    this.classes = classes;
  }

  void add(double[] row) {
    double low = Arrays.stream(row).min().orElseThrow();
    double high = Arrays.stream(row).max().orElseThrow();
    double sum = Arrays.stream(row).sum();
    if (inUnit(low, high) && near(sum, 1)) {
      probabilities++;
    } else if (firstOther < 0) {
      firstOther = examples;
    }
    logProbabilities += isLogProbabilities(row, high) ? 1 : 0;
    least = Math.min(least, low);
    largest = Math.max(largest, high);
    leastSum = Math.min(leastSum, sum);
    largestSum = Math.max(largestSum, sum);
    examples++;
  }

  private static boolean isLogProbabilities(double[] row, double high) {
    return high <= RANGE_TOLERANCE && near(Arrays.stream(row).map(Math::exp).sum(), 1);
  }

  private static boolean inUnit(double low, double high) {
    return low >= -RANGE_TOLERANCE && high <= 1 + RANGE_TOLERANCE;
  }

  private static boolean near(double sum, double expected) {
    return Math.abs(sum - expected) <= SUM_TOLERANCE;
  }

  RawScores scores() {
    Look look = look();
    boolean nearlyAll =
        examples > probabilities && (long) MOST_OTHERS * (examples - probabilities) <= examples;
    return new RawScores(
        look,
        examples,
        least,
        largest,
        leastSum,
        largestSum,
        nearlyAll ? OptionalInt.of(firstOther) : OptionalInt.empty());
  }

  private Look look() {
    if (probabilities == examples) {
      return Look.PROBABILITIES;
    }
    if (logProbabilities == examples) {
      return Look.LOG_PROBABILITIES;
    }
    if (least >= 0 && isOneSum() && examples >= RawScores.ENOUGH) {
      return Look.SHARES;
    }
    return inUnit(least, largest) ? Look.SEPARATE_PROBABILITIES : Look.LOGITS;
  }

  /** Whether all sums are the same but for rounding, and not by the nature of a single class. */
  private boolean isOneSum() {
    return classes > 1 && leastSum > 0 && largestSum - leastSum <= SUM_TOLERANCE * leastSum;
  }
}
