package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A key whose value goes straight into a builder.
 *
 * @param into what takes the value
 */
record Field<R, B, T>(Key<R, T> key, BiConsumer<B, T> into) {

  /** Reads the key into a builder; a key that is left out is as in {@code standard}. */
  void read(Section section, R standard, B builder) {
    T usual = Objects.requireNonNull(key.value().of(standard), key.name());
    into.accept(builder, key.read(section, usual));
  }

  /** The descriptions of some fields. */
  static <R, B> List<Entry<R>> keys(List<Field<R, B, ?>> fields) {
    return fields.stream().<Entry<R>>map(Field::key).toList();
  }
}
