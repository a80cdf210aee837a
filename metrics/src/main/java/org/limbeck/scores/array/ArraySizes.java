package org.limbeck.scores.array;

import java.util.List;
import org.limbeck.LimbeckException;

/** Limits of arrays, checked before memory is taken for them. */
final class ArraySizes {
  private static final long MOST = Integer.MAX_VALUE - 8;

  private ArraySizes() {}

  /**
   * The number of elements of a shape.
   *
   * @param available bytes that the file has for them
   * @throws LimbeckException if they are more than an array or the memory of this process holds, or
   *     than the file has
   */
  static int count(String place, List<Long> shape, ElementType type, long available) {
    long count = 1;
    for (long dimension : shape) {
      if (dimension < 0 || dimension > MOST || count * dimension > MOST) {
        throw new LimbeckException(
            "%s: shape %s has more than %,d values; split the file".formatted(place, shape, MOST));
      }
      count *= dimension;
    }
    long bytes = Math.multiplyExact(count, (long) type.width());
    if (bytes > available) {
      throw new LimbeckException(
          "%s: cut off: shape %s takes %,d bytes, but the file has %,d; copy or write it again"
              .formatted(place, shape, bytes, Math.max(0, available)));
    }
    checkMemory(place, shape, count * type.memory());
    return (int) count;
  }

  private static void checkMemory(String place, List<Long> shape, long bytes) {
    long memory = Runtime.getRuntime().maxMemory();
    if (bytes > memory) {
      throw new LimbeckException(
          "%s: shape %s takes %,d MiB of memory, and this process may use %,d; set JAVA_TOOL_OPTIONS=-Xmx with more, or split the file"
              .formatted(place, shape, bytes >> 20, memory >> 20));
    }
  }
}
