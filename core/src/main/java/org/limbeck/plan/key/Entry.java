package org.limbeck.plan.key;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a section of study files, described once: it is read, written and documented from
 * this description.
 *
 * @param <R> the record that the section describes
 */
public sealed interface Entry<R> permits Key, Entry.Part, Entry.Items, Entry.SourceOptions {
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

  /**
   * The same entry in a section that describes a larger record.
   *
   * @param record the part of the larger record; the entry is not written where there is none
   */
  <Q> Entry<Q> within(Value<Q, R> record);

  /** The same entries in a section that describes a larger record. */
  static <Q, R> List<Entry<Q>> within(List<Entry<R>> entries, Value<Q, R> record) {
    return entries.stream().<Entry<Q>>map(entry -> entry.within(record)).toList();
  }

  /** The value of an entry in a record; null where the entry is not written. */
  interface Value<R, T> {
    @Nullable T of(R record);

    /** The same value of a part of a larger record; null where there is no such part. */
    default <Q> Value<Q, T> within(Value<Q, R> part) {
      return larger -> {
        R record = part.of(larger);
        return record == null ? null : of(record);
      };
    }
  }

  /**
   * A section below a section.
   *
   * @param keys its entries, in the order in which they are written
   * @param value the record that it describes
   */
  record Part<R, S>(
      String name, String help, List<Entry<S>> keys, Value<R, S> value, boolean trains)
      implements Entry<R> {
    /** A section that does not by itself make a recipe train another network. */
    public Part(String name, String help, List<Entry<S>> keys, Value<R, S> value) {
      this(name, help, keys, value, false);
    }

    /** The same section, which makes a recipe train another network. */
    public Part<R, S> training() {
      return new Part<>(name, help, keys, value, true);
    }

    /** The section in a study file; empty where it is left out. */
    public Section below(Section section) {
      return section.section(name, false);
    }

    /** The section in a study file, which must have it. */
    public Section required(Section section) {
      return section.section(name, true);
    }

    @Override
    public <Q> Part<Q, S> within(Value<Q, R> record) {
      return new Part<>(name, help, keys, value.within(record), trains);
    }
  }

  /**
   * A list of sections.
   *
   * @param keys the entries of each, in the order in which they are written
   * @param values the records that they describe; an empty list is not written
   */
  record Items<R, S>(String name, String help, List<Entry<S>> keys, Function<R, List<S>> values)
      implements Entry<R> {
    @Override
    public <Q> Items<Q, S> within(Value<Q, R> record) {
      return new Items<>(
          name,
          help,
          keys,
          larger -> {
            R part = record.of(larger);
            return part == null ? List.of() : values.apply(part);
          });
    }
  }

  /**
   * The keys that a data source adds to the section {@code data}; only the source knows them.
   *
   * @param values by key, as they are written: in quotes, or as a list
   */
  record SourceOptions<R>(String name, String help, Function<R, Map<String, String>> values)
      implements Entry<R> {
    @Override
    public <Q> SourceOptions<Q> within(Value<Q, R> record) {
      return new SourceOptions<>(
          name,
          help,
          larger -> {
            R part = record.of(larger);
            return part == null ? Map.of() : values.apply(part);
          });
    }
  }
}
