package org.limbeck.child;

import java.util.Arrays;
import java.util.List;

/** A named array of numbers or texts, row-major. The values are shared: treat them as read-only. */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public sealed interface NamedArray {
  /** The name of the input or output. */
  String name();

  /** The sizes of the axes. */
  long[] shape();

  /** Numbers; the runtime converts them to and from the type that the model declares. */
  record Floats(String name, long[] shape, float[] values) implements NamedArray {
    public Floats {
      require(name, shape, values.length);
    }
  }

  /** Texts. */
  record Texts(String name, long[] shape, List<String> values) implements NamedArray {
    public Texts {
      values = List.copyOf(values);
      require(name, shape, values.size());
    }
  }

  /** Fails unless there are as many values as the shape says. */
  private static void require(String name, long[] shape, int values) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values) {
      throw new IllegalArgumentException(
          "'%s': expected values for shape %s, found %d"
              .formatted(name, Arrays.toString(shape), values));
    }
  }
}
