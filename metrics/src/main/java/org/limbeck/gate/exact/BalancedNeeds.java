package org.limbeck.gate.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many examples would decide a balanced accuracy if every class grew by the same factor, by the
 * bounds of counts that need not be whole, to 1 %.
 */
final class BalancedNeeds {
  private static final double STEP = 1.25;
  private static final double PRECISION = 1.01;

  private final int[] examples;
  private final int[] correct;
  private final double estimate;
  private final double threshold;
  private final double d;

  private BalancedNeeds(int[] examples, int[] correct, double threshold, double d) {
    this.examples = examples;
    this.correct = correct;
    this.threshold = threshold;
    this.d = d;
    estimate =
        IntStream.range(0, examples.length)
            .mapToDouble(y -> (double) correct[y] / examples[y])
            .average()
            .orElseThrow();
  }

  static ExamplesNeeded of(
      List<Integer> ofClass, List<Integer> right, double threshold, Level level) {
    int[] examples = ofClass.stream().mapToInt(Integer::intValue).toArray();
    int[] correct = right.stream().mapToInt(Integer::intValue).toArray();
    var single = new BalancedNeeds(examples, correct, threshold, level.d());
    if (single.estimate == threshold) {
      return ExamplesNeeded.NONE;
    }
    var own =
        single.estimate > threshold
            ? single
            : new BalancedNeeds(examples, correct, threshold, level.own());
    Integer half = single.number(0);
    return new ExamplesNeeded(
        half, own == single ? half : own.number(0), own.number(ExamplesNeeded.CHANCE_QUANTILE));
  }

  /** The number for a distance of the bound to the threshold in standard errors. */
  private @Nullable Integer number(double distance) {
    double most = (double) ExamplesNeeded.MOST / total();
    if (decides(1, distance)) {
      return total();
    }
    if (most <= 1 || !decides(most, distance)) {
      return null;
    }
    double high = guess(most);
    while (high < most && !decides(high, distance)) {
      high = Math.min(most, high * STEP);
    }
    double low = high / STEP;
    while (low > 1 && decides(low, distance)) {
      high = low;
      low /= STEP;
    }
    while (high / low > PRECISION) {
      double middle = Math.sqrt(low * high);
      if (decides(middle, distance)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (int) Math.ceil(high * total());
  }

  private int total() {
    return Arrays.stream(examples).sum();
  }

  /** The factor if the width of the bounds fell with the root of the number of examples. */
  private double guess(double most) {
    double ratio = Math.abs((bound(1) - estimate) / (threshold - estimate));
    return Math.max(1, Math.min(most, ratio * ratio));
  }

  private boolean decides(double factor, double distance) {
    double away = distance * standardError(factor);
    return estimate > threshold
        ? bound(factor) - away >= threshold
        : bound(factor) + away < threshold;
  }

  private double bound(double factor) {
    double sum = 0;
    for (int y = 0; y < examples.length; y++) {
      double n = factor * examples[y];
      double k = factor * correct[y];
      double level = d / examples.length;
      sum += estimate > threshold ? BetaBounds.lower(k, n, level) : BetaBounds.upper(k, n, level);
    }
    return sum / examples.length;
  }

  private double standardError(double factor) {
    double sum = 0;
    for (int y = 0; y < examples.length; y++) {
      double n = examples[y];
      double rate = correct[y] / n;
      sum += rate * (1 - rate) / (n * factor);
    }
    return Math.sqrt(sum) / examples.length;
  }
}
