package org.limbeck.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;

/** Builds a page; everything but {@link #raw} is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Markup as it is. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Markup with values filled in, {@code Locale.ROOT}; the values must not need escaping. */
  Html format(String markup, Object... values) {
    return raw(String.format(Locale.ROOT, markup, values));
  }

  /** One element with a text. */
  Html element(String tag, String content) {
    return raw("<" + tag + ">").raw(escape(content)).raw("</" + tag.split(" ", 2)[0] + ">\n");
  }

  static String escape(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A share in percent with one decimal. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** A mean in percent with its interval, where it has one. */
  static String percent(Interval interval) {
    return interval.low() == null || interval.high() == null
        ? percent(interval.mean())
        : "%s [%s, %s]"
            .formatted(percent(interval.mean()), percent(interval.low()), percent(interval.high()));
  }

  /** A number with three decimals, or a dash. */
  static String decimal(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
