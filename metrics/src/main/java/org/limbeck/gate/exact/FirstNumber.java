package org.limbeck.gate.exact;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The first number of examples with a property that stays once it is there. */
final class FirstNumber {
  private FirstNumber() {}

  /** From {@code start} to {@link ExamplesNeeded#MOST}; {@code null} if there is none. */
  static @Nullable Integer from(int start, IntPredicate property) {
    long step = 1;
    int low = start;
    int high = start;
    while (!property.test(high)) {
      if (high >= ExamplesNeeded.MOST) {
        return null;
      }
      low = high + 1;
      high = (int) Math.min(ExamplesNeeded.MOST, high + step);
      step *= 2;
    }
    return within(low, high, property);
  }

  /** From {@code low} to {@code high}, which has it. */
  static int within(int low, int high, IntPredicate property) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (property.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }
}
