package org.limbeck.gate.exact;

import org.jspecify.annotations.Nullable;

/**
 * How many examples would decide whether a share is at least a threshold.
 *
 * <p>What counts is whatever is more frequent than the threshold says: right predictions where the
 * rate is above it, errors where it is below. The pair is decided where the tail of that count, P(X
 * &gt;= count) for X ~ Bin(n', p), is at most d.
 */
final class ShareNeeds {
  // Whole examples make the tail a saw-tooth in n', so its first fall below d is not found by
  // bisection alone. Bisection on a smooth bound from below finds where to begin, and from there
  // every n' is looked at, with a tail that is carried along.
  private static final double SLACK = 1e-6;
  private static final int TEETH = 4;

  private final int correct;
  private final int examples;
  private final double threshold;
  private final double d;
  private final boolean above;
  private final double p;
  private final double rate;

  private ShareNeeds(int correct, int examples, double threshold, double d) {
    this.correct = correct;
    this.examples = examples;
    this.threshold = threshold;
    this.d = d;
    above = correct > threshold * examples;
    p = above ? threshold : 1 - threshold;
    rate = (above ? correct : examples - correct) / (double) examples;
  }

  /** The numbers for an undecided pair. */
  static ExamplesNeeded of(int correct, int examples, double threshold, Level level) {
    if (examples == 0 || examples > ExamplesNeeded.MOST || correct == threshold * examples) {
      return ExamplesNeeded.NONE;
    }
    var single = new ShareNeeds(correct, examples, threshold, level.d());
    Integer half = single.half();
    if (single.above) {
      return new ExamplesNeeded(half, half, single.eighty(half));
    }
    var own = new ShareNeeds(correct, examples, threshold, level.own());
    Integer halfOfPairs = own.half();
    return new ExamplesNeeded(half, halfOfPairs, own.eighty(halfOfPairs));
  }

  private @Nullable Integer half() {
    Integer start = FirstNumber.from(examples, this::mayDecide);
    if (start == null) {
      return null;
    }
    int count = count(start);
    var tail = new BinomialTail(start, count, p);
    for (int n = start; n <= ExamplesNeeded.MOST; n++) {
      if (tail.value() <= d * (1 + SLACK) && decides(n)) {
        return n;
      }
      tail.addTrial();
      if (count(n + 1) > count) {
        tail.addCount();
        count++;
      }
    }
    return null;
  }

  /** Whether the largest count that rounding can give would decide. */
  private boolean mayDecide(int n) {
    double most = Math.min(n, above ? n * rate : n * rate + 1);
    return Shares.atLeast(most, n, p) <= d * (1 + SLACK);
  }

  private boolean decides(int n) {
    return above
        ? Shares.holds(count(n), n, threshold, d)
        : Shares.violated(n - count(n), n, threshold, d);
  }

  private int count(int n) {
    int right = (int) ((long) n * correct / examples);
    return above ? right : n - right;
  }

  private @Nullable Integer eighty(@Nullable Integer half) {
    if (half == null || rate == 1) {
      return half; // without chance in the count, one half and 80 % are the same number
    }
    Integer enough = FirstNumber.from(half, n -> chance(n, critical(n)) >= ExamplesNeeded.CHANCE);
    return enough == null ? null : firstWithChance(enough);
  }

  /** The first n' with the chance, looking back over some teeth of the saw. */
  private int firstWithChance(int enough) {
    int n = (int) Math.max(examples, enough - TEETH - TEETH / (rate - p));
    int critical = critical(n);
    while (critical > n) { // not even a count of n would decide
      n++;
      critical = critical(n);
    }
    var tail = new BinomialTail(n, critical, p);
    var chance = new BinomialTail(n, critical, rate);
    while (n < enough && chance.value() < ExamplesNeeded.CHANCE) {
      tail.addTrial();
      chance.addTrial();
      n++;
      if (tail.value() > d) {
        tail.addCount();
        chance.addCount();
      }
    }
    return n;
  }

  private double chance(int n, int critical) {
    return critical > n ? 0 : Shares.atLeast(critical, n, rate);
  }

  /** The smallest count that decides; n + 1 if none does. */
  private int critical(int n) {
    return FirstNumber.within(
        (int) (n * p), n + 1, count -> count > n || Shares.atLeast(count, n, p) <= d);
  }
}
