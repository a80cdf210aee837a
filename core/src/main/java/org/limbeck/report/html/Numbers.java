package org.limbeck.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;

/** Numbers as a reader sees them; the same on every machine. */
public final class Numbers {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char MINUS = '\u2212';

  private Numbers() {}

  /** A share in percent with one decimal and no unit: {@code 66.9}. */
  public static String share(double share) {
    return fixed(100 * share, 1);
  }

  /** A share in percent with one decimal and its unit: {@code 66.9 %}. */
  public static String percent(double share) {
    return percent(share, 1);
  }

  /** A share in percent with the given number of decimals and its unit. */
  public static String percent(double share, int decimals) {
    return fixed(100 * share, decimals) + NO_BREAK_SPACE + '%';
  }

  /**
   * A lower bound in percent with one decimal and its unit, rounded down: what is shown holds too.
   */
  public static String lower(double share) {
    return lowerShare(share) + NO_BREAK_SPACE + '%';
  }

  /** The same without its unit. */
  public static String lowerShare(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.FLOOR).toString();
  }

  /** A difference of shares in percentage points with its sign: {@code +45.7}. */
  public static String points(double difference) {
    return signed(100 * difference, 1);
  }

  /** A number with the given number of decimals and its sign: {@code +0.61}. */
  public static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    return value > 0 && !text.equals(fixed(0, decimals)) ? "+" + text : text;
  }

  /** A p-value with three decimals: {@code 0.012}. */
  public static String probability(double p) {
    return p < 0.001 ? "< 0.001" : fixed(p, 3);
  }

  /** A number with the given number of decimals, a true minus sign and never a negative zero. */
  public static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    String zero = String.format(Locale.ROOT, "%." + decimals + "f", 0.0);
    return text.equals("-" + zero) ? zero : text.replace('-', MINUS);
  }

  /** A number of an axis: at most six digits, no trailing zeros. */
  public static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6));
    return rounded.stripTrailingZeros().toPlainString().replace('-', MINUS);
  }

  /** A share on an axis: {@code 87.5 %}. */
  public static String tick(double share) {
    return plain(100 * share) + NO_BREAK_SPACE + '%';
  }

  /** A number in full, as the files of a study hold it. */
  public static String exact(double value) {
    return Double.toString(value);
  }

  /** A whole number with groups of three digits. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', NO_BREAK_SPACE);
  }

  /** A length in an SVG. */
  public static String coordinate(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** The ends of an interval of shares in percent, {@code 61.5 to 72.2}; null if it has none. */
  public static @Nullable String ends(Interval interval) {
    return interval.low() == null || interval.high() == null
        ? null
        : share(interval.low()) + " to " + share(interval.high());
  }

  /** A count with its noun: {@code 1 seed}, {@code 5 seeds}. */
  public static String count(long count, String noun) {
    return count(count, noun, noun + "s");
  }

  /** A count with its noun in one of two forms. */
  public static String count(long count, String one, String several) {
    return whole(count) + NO_BREAK_SPACE + (count == 1 ? one : several);
  }
}
