package org.limbeck.plan.yaml;

import java.util.List;
import java.util.function.Function;

/**
 * A section below a section.
 *
 * @param keys its entries, in the order in which they are written
 * @param value the record that it describes
 */
record Part<R, S>(String name, String help, List<Entry<S>> keys, Value<R, S> value, boolean trains)
    implements Entry<R> {
  Part(String name, String help, List<Entry<S>> keys, Value<R, S> value) {
    this(name, help, keys, value, false);
  }

  /** The same section, which makes a recipe train another network. */
  Part<R, S> training() {
    return new Part<>(name, help, keys, value, true);
  }

  /** The section in a study file; empty where it is left out. */
  Section below(Section section) {
    return section.section(name, false);
  }

  /** The section in a study file, which must have it. */
  Section required(Section section) {
    return section.section(name, true);
  }

  @Override
  public <Q> Part<Q, S> within(Function<Q, R> record) {
    return new Part<>(name, help, keys, larger -> value.of(record.apply(larger)), trains);
  }
}
