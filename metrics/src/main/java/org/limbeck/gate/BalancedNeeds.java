package org.limbeck.gate;

import org.jspecify.annotations.Nullable;

/**
 * How many examples would decide a balanced accuracy if every class grew by the same factor, by the
 * bounds of counts that need not be whole, to 1 %.
 */
final class BalancedNeeds {
  private static final double STEP = 1.25;
  private static final double PRECISION = 1.01;

  private final PartCounts classes;
  private final double estimate;
  private final double threshold;
  private final double d;

  private BalancedNeeds(PartCounts classes, double estimate, double threshold, double d) {
    this.classes = classes;
    this.estimate = estimate;
    this.threshold = threshold;
    this.d = d;
  }

  static ExamplesNeeded of(PartCounts classes, double estimate, double threshold, Level level) {
    if (estimate == threshold) {
      return ExamplesNeeded.NONE;
    }
    var single = new BalancedNeeds(classes, estimate, threshold, level.d());
    var own =
        estimate > threshold
            ? single
            : new BalancedNeeds(classes, estimate, threshold, level.own());
    Integer half = single.examples(0);
    return new ExamplesNeeded(
        half,
        own == single ? half : own.examples(0),
        own.examples(ExamplesNeeded.CHANCE_QUANTILE));
  }

  /** The number for a distance of the bound to the threshold in standard errors. */
  private @Nullable Integer examples(double distance) {
    double most = (double) ExamplesNeeded.MOST / classes.totalExamples();
    if (decides(1, distance)) {
      return classes.totalExamples();
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
    return (int) Math.ceil(high * classes.totalExamples());
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
    for (int y = 0; y < classes.size(); y++) {
      double n = factor * classes.examples().get(y);
      double k = factor * classes.correct().get(y);
      double level = d / classes.size();
      sum += estimate > threshold ? BetaBounds.lower(k, n, level) : BetaBounds.upper(k, n, level);
    }
    return sum / classes.size();
  }

  private double standardError(double factor) {
    double sum = 0;
    for (int y = 0; y < classes.size(); y++) {
      double n = classes.examples().get(y);
      double rate = classes.correct().get(y) / n;
      sum += rate * (1 - rate) / (n * factor);
    }
    return Math.sqrt(sum) / classes.size();
  }
}
