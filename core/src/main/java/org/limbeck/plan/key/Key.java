package org.limbeck.plan.key;

import org.jspecify.annotations.Nullable;

/**
 * A key with a value that stands on its line.
 *
 * @param kind how the value is read and written
 * @param value the value in a record
 * @param missing what is reported where a section lacks it; null where it may be left out
 */
public record Key<R, T>(
    String name,
    Kind<T> kind,
    String help,
    Value<R, T> value,
    boolean trains,
    @Nullable String missing)
    implements Entry<R> {
  /** A key that may be left out and does not make a recipe train another network. */
  public Key(String name, Kind<T> kind, String help, Value<R, T> value) {
    this(name, kind, help, value, false, null);
  }

  /** The same key, which makes a recipe train another network. */
  public Key<R, T> training() {
    return new Key<>(name, kind, help, value, true, missing);
  }

  /** The same key, which a section must have. */
  public Key<R, T> required(String message) {
    return new Key<>(name, kind, help, value, trains, message);
  }

  /** Its value in a section; {@code standard} where the section leaves it out. */
  public T read(Section section, T standard) {
    if (missing != null && !in(section)) {
      problem(section, missing);
    }
    return kind.reader().read(section, name, standard);
  }

  /** Whether a section has it. */
  public boolean in(Section section) {
    return section.has(name);
  }

  /** Reports a problem with its value, or with its absence. */
  public void problem(Section section, String message) {
    section.problem(name, message);
  }

  @Override
  public <Q> Key<Q, T> within(Value<Q, R> record) {
    return new Key<>(name, kind, help, value.within(record), trains, missing);
  }
}
