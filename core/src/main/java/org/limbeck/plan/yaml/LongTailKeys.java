package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.data.LongTail;

/** The section {@code longTail}. */
final class LongTailKeys {
  private static final Key<LongTail, Double> RATIO =
      new Key<>(
              "ratio",
              Kind.NUMBER,
              "Size of the largest class over that of the smallest, 1 or more.",
              LongTail::ratio)
          .required("missing; for example 50");
  private static final Key<LongTail, LongTail.Order> ORDER =
      new Key<>(
          "order",
          Kind.word(LongTail.Order.class),
          "Order of the classes by size: that of the labels (where left out), or random.",
          LongTail::order);

  static final List<Entry<LongTail>> KEYS = List.of(RATIO, ORDER);

  private LongTailKeys() {}

  static LongTail read(Section tail) {
    double ratio = RATIO.read(tail, 1.0);
    LongTail.Order order = ORDER.read(tail, LongTail.Order.LABEL);
    tail.finish();
    return tail.build(() -> new LongTail(ratio, order), new LongTail(1, order));
  }
}
