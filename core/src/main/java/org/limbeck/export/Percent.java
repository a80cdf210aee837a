package org.limbeck.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;

/** Shares in [0, 1] as per cent with two decimals. */
final class Percent {
  private Percent() {}

  static String of(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** A lower bound: rounded down, so that what is printed holds too. */
  static String lower(double share) {
    return rounded(share, RoundingMode.FLOOR);
  }

  /** An upper bound: rounded up. */
  static String upper(double share) {
    return rounded(share, RoundingMode.CEILING);
  }

  private static String rounded(double share, RoundingMode mode) {
    return BigDecimal.valueOf(share).movePointRight(2).setScale(2, mode).toPlainString() + " %";
  }

  /** A mean with its interval; a single seed has none. */
  static String of(Interval interval) {
    return of(interval.mean()) + range(interval.low(), interval.high(), "%.2f to %.2f %%");
  }

  /** A difference of two shares in percentage points. */
  static String points(Interval difference) {
    return String.format(Locale.ROOT, "%+.2f points", 100 * difference.mean())
        + range(difference.low(), difference.high(), "%+.2f to %+.2f");
  }

  private static String range(@Nullable Double low, @Nullable Double high, String format) {
    return low == null || high == null
        ? " (one seed: no interval)"
        : String.format(Locale.ROOT, " (" + format + ")", 100 * low, 100 * high);
  }
}
