package org.limbeck.plan.yaml;

import java.util.Map;
import java.util.function.Function;

/**
 * The keys that a data source adds to the section {@code data}; only the source knows them.
 *
 * @param values by key
 */
record SourceOptions<R>(String name, String help, Function<R, Map<String, String>> values)
    implements Entry<R> {
  @Override
  public <Q> SourceOptions<Q> within(Function<Q, R> record) {
    return new SourceOptions<>(name, help, record.andThen(values));
  }
}
