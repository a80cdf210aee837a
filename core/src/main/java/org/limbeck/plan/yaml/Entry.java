package org.limbeck.plan.yaml;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a section of study files, described once: it is read, written and documented from
 * this description.
 *
 * @param <R> the record that the section describes
 */
sealed interface Entry<R> permits Key, Part, Items, SourceOptions {
  /** The key in study files. */
  String name();

  /** What it means, in a line. */
  String help();

  /**
   * Whether a recipe with this key trains another network than the built-in recipe that it starts
   * from.
   */
  default boolean trains() {
    return false;
  }

  /** The same entry in a section that describes a larger record. */
  <Q> Entry<Q> within(Function<Q, R> record);

  /** The same entries in a section that describes a larger record. */
  static <Q, R> List<Entry<Q>> within(List<Entry<R>> entries, Function<Q, R> record) {
    return entries.stream().<Entry<Q>>map(entry -> entry.within(record)).toList();
  }

  /** The value of an entry in a record; null where the entry is not written. */
  interface Value<R, T> {
    @Nullable T of(R record);
  }
}
