package org.limbeck.train;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;

/**
 * Which validation examples an update of the multipliers looks at: all, or a few of each class in
 * turn, so that successive updates walk through the whole split.
 */
final class ValidationSample {
  private final int[][] members;
  private final int perClass;

  /**
   * A sample.
   *
   * @param labels of the validation split
   * @param size examples in all, spread evenly over the classes; 0 for the whole split
   * @param order the random order of a class's examples
   */
  ValidationSample(int[] labels, int classes, int size, IntFunction<NamedRandom> order) {
    perClass = size == 0 ? 0 : Math.max(1, Math.round((float) size / classes));
    members = new int[classes][];
    for (int y = 0; y < classes; y++) {
      int label = y;
      members[y] = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
      order.apply(y).shuffle(members[y]);
    }
  }

  /**
   * The examples of the {@code update}-th update, from 0: ascending; all where none are left out.
   */
  int[] at(long update) {
    IntStream.Builder chosen = IntStream.builder();
    for (int[] member : members) {
      int taken = perClass == 0 ? member.length : Math.min(perClass, member.length);
      for (int i = 0; i < taken; i++) {
        chosen.add(member[(int) ((update * taken + i) % member.length)]);
      }
    }
    int[] indices = chosen.build().toArray();
    Arrays.sort(indices);
    return indices;
  }
}
