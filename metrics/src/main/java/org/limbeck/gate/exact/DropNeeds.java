package org.limbeck.gate.exact;

import org.jspecify.annotations.Nullable;

/** How many examples would decide whether a drop stays below a margin. */
final class DropNeeds {
  // Whole examples make the bounds a saw-tooth in n'. After a bisection the teeth before it are
  // looked at for a smaller number, until so many in a row have none.
  private static final int TEETH = 12;

  private final int baselineOnly;
  private final int candidateOnly;
  private final int examples;
  private final double margin;
  private final double d;
  private final boolean below;

  private DropNeeds(int baselineOnly, int candidateOnly, int examples, double margin, double d) {
    this.baselineOnly = baselineOnly;
    this.candidateOnly = candidateOnly;
    this.examples = examples;
    this.margin = margin;
    this.d = d;
    below = baselineOnly - candidateOnly < margin * examples;
  }

  /** The numbers for an undecided pair. */
  static ExamplesNeeded of(int b, int c, int examples, double margin, Level level) {
    if (examples == 0 || examples > ExamplesNeeded.MOST || b - c == margin * examples) {
      return ExamplesNeeded.NONE;
    }
    var single = new DropNeeds(b, c, examples, margin, level.d());
    Integer half = single.half();
    if (single.below) {
      return new ExamplesNeeded(half, half, single.eighty(half));
    }
    var own = new DropNeeds(b, c, examples, margin, level.own());
    Integer halfOfPairs = own.half();
    return new ExamplesNeeded(half, halfOfPairs, own.eighty(halfOfPairs));
  }

  /**
   * The least number of examples with which a drop can hold while no prediction changes: the
   * smallest n with 1 - (d/2)^(1/n) &lt; margin, 183 for a margin of 0.02 at 95 %; {@code null} for
   * a margin of 0.
   */
  static @Nullable Integer withoutChange(double margin, double d) {
    return FirstNumber.from(1, n -> Drops.holds(0, 0, n, margin, d));
  }

  private @Nullable Integer half() {
    Integer found = FirstNumber.from(examples, this::decides);
    if (found == null) {
      return null;
    }
    int best = found;
    int last = found;
    int without = 0;
    while (without < TEETH && last >= examples) {
      int first = Math.max(examples, firstOfTooth(last));
      Integer inTooth = firstWithin(first, last);
      best = inTooth == null ? best : inTooth;
      without = inTooth == null ? without + 1 : 0;
      last = first - 1;
    }
    return best;
  }

  private @Nullable Integer firstWithin(int first, int last) {
    if (decides(first)) {
      return first;
    }
    return decides(last) ? FirstNumber.within(first, last, this::decides) : null;
  }

  /** The smallest n' with the same whole counts as {@code n}. */
  private int firstOfTooth(int n) {
    return (int) Math.max(firstWith(baselineOnly, n), firstWith(candidateOnly, n));
  }

  private long firstWith(int of, int n) {
    long count = scaled(of, n);
    return count == 0 ? 1 : (count * examples + of - 1) / of;
  }

  private int scaled(int count, int n) {
    return (int) ((long) n * count / examples);
  }

  private boolean decides(int n) {
    int b = scaled(baselineOnly, n);
    int c = scaled(candidateOnly, n);
    return below ? Drops.holds(b, c, n, margin, d) : Drops.violated(b, c, n, margin, d);
  }

  // The chance of 80 % by a normal approximation: the bounds of the expected counts, moved by 0.84
  // standard deviations of the drop towards the margin.

  private @Nullable Integer eighty(@Nullable Integer half) {
    return half == null || baselineOnly + candidateOnly == 0
        ? half
        : FirstNumber.from(half, this::decidesMostly);
  }

  private boolean decidesMostly(int n) {
    double b = (double) baselineOnly / examples;
    double c = (double) candidateOnly / examples;
    double away = ExamplesNeeded.CHANCE_QUANTILE * Math.sqrt((b + c - (b - c) * (b - c)) / n);
    return below
        ? BetaBounds.upper(b * n, n, d / 2) - BetaBounds.lower(c * n, n, d / 2) + away < margin
        : BetaBounds.lower(b * n, n, d / 2) - BetaBounds.upper(c * n, n, d / 2) - away > margin;
  }
}
