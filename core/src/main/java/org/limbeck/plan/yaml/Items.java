package org.limbeck.plan.yaml;

import java.util.List;
import java.util.function.Function;

/**
 * A list of sections.
 *
 * @param keys the entries of each, in the order in which they are written
 * @param values the records that they describe; an empty list is not written
 */
record Items<R, S>(String name, String help, List<Entry<S>> keys, Function<R, List<S>> values)
    implements Entry<R> {
  @Override
  public <Q> Items<Q, S> within(Function<Q, R> record) {
    return new Items<>(name, help, keys, record.andThen(values));
  }
}
