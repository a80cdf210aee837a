package org.limbeck.data;

import java.util.Arrays;

/**
 * Examples with their labels.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param shape of one example: {@code [features]} or {@code [channels, rows, columns]}
 * @param values row-major {@code [examples, shape...]}, float32, finite
 * @param labels class of each example, in [0, classes)
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values: compared by identity, never copied
public record Examples(int[] shape, float[] values, int[] labels) {
  public Examples {
    int size = sizeOf(shape);
    if (values.length != (long) size * labels.length) {
      throw new IllegalArgumentException(
          "expected %d x %d values, found %d".formatted(labels.length, size, values.length));
    }
  }

  private static int sizeOf(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The number of examples. */
  public int size() {
    return labels.length;
  }

  /** The number of values of one example. */
  public int exampleSize() {
    return sizeOf(shape);
  }

  /** The examples at {@code indices}, in that order. */
  public Examples select(int[] indices) {
    int size = exampleSize();
    var chosen = new float[indices.length * size];
    var chosenLabels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(values, indices[i] * size, chosen, i * size, size);
      chosenLabels[i] = labels[indices[i]];
    }
    return new Examples(shape, chosen, chosenLabels);
  }

  /** How many examples each class has, {@code [classes]}. */
  public int[] classCounts(int classes) {
    var counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
