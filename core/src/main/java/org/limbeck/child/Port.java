package org.limbeck.child;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An input or an output that a model declares.
 *
 * @param kind of its values
 * @param type as its runtime calls it, for messages
 * @param shape -1 where a size is free; empty for a scalar and where {@link #ranked} is false
 * @param ranked whether the number of axes is known
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record Port(String name, Kind kind, String type, long[] shape, boolean ranked) {
  /** Kinds of values. */
  public enum Kind {
    /** Floating-point numbers of any width. */
    REAL,
    /** Whole numbers, and true or false. */
    WHOLE,
    /** Text. */
    TEXT,
    /** A map from class to score for each example. */
    MAPS,
    /** Something else. */
    OTHER
  }

  /** The size of the batch, if the model takes no other. */
  public OptionalInt fixedBatch() {
    return shape.length > 0 && shape[0] > 0
        ? OptionalInt.of(Math.toIntExact(Math.min(shape[0], Integer.MAX_VALUE)))
        : OptionalInt.empty();
  }

  /** How messages call it: {@code 'x' (float [-1, 3, 32, 32])}. */
  public String text() {
    String sizes = ranked ? Arrays.toString(shape) : "of unknown shape";
    return "'%s' (%s %s)".formatted(name, type.toLowerCase(Locale.ROOT), sizes);
  }
}
