package org.limbeck.data;

import java.util.Arrays;

/**
 * Examples with their labels.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param shape of one example: {@code [features]} or {@code [channels, rows, columns]}
 * @param values row-major, the values of an example in the order of {@code shape}
 * @param labels class of each example, in [0, classes)
 * @param groups group of each example, in [0, groups); empty where there are none
 * @param details ids and weights of the examples, where there are any
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values: compared by identity, never copied
public record Examples(int[] shape, Values values, int[] labels, int[] groups, RowDetails details) {
  public Examples {
    int size = sizeOf(shape);
    if (values.exampleSize() != size || values.examples() != labels.length) {
      throw new IllegalArgumentException(
          "expected %d x %d values, found %d x %d"
              .formatted(labels.length, size, values.examples(), values.exampleSize()));
    }
    if (groups.length != 0 && groups.length != labels.length) {
      throw new IllegalArgumentException(
          "expected %d groups, found %d".formatted(labels.length, groups.length));
    }
    details.require(labels.length);
  }

  /** Examples without ids and weights. */
  public Examples(int[] shape, Values values, int[] labels, int[] groups) {
    this(shape, values, labels, groups, RowDetails.NONE);
  }

  /** Examples without groups. */
  public Examples(int[] shape, Values values, int[] labels) {
    this(shape, values, labels, new int[0]);
  }

  /** The same examples with groups. */
  public Examples withGroups(int[] ofExamples) {
    return new Examples(shape, values, labels, ofExamples, details);
  }

  /** The same examples with ids or weights. */
  public Examples withDetails(RowDetails ofExamples) {
    return new Examples(shape, values, labels, groups, ofExamples);
  }

  /** The same examples with their features instead of their raw values. */
  Examples withFeatures(EncodedValues features) {
    return new Examples(new int[] {features.exampleSize()}, features, labels, groups, details);
  }

  /**
   * The values as the source has them: of a table with columns to encode those before encoding,
   * with NaN where one is missing; else {@link #values}.
   */
  public Values raw() {
    return values instanceof EncodedValues encoded ? encoded.raw() : values;
  }

  /**
   * Examples in memory.
   *
   * @param values row-major {@code [examples, shape...]}, float32; finite unless they are raw
   */
  public static Examples of(int[] shape, float[] values, int[] labels) {
    int size = sizeOf(shape);
    if (values.length != (long) size * labels.length) {
      throw new IllegalArgumentException(
          "expected %d x %d values, found %d".formatted(labels.length, size, values.length));
    }
    return new Examples(shape, new FloatValues(values, size), labels);
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
    return values.exampleSize();
  }

  /** The values of {@code count} examples from {@code start} on, row-major float32. */
  public float[] rows(int start, int count) {
    int size = exampleSize();
    var rows = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      values.read(start + i, rows, i * size);
    }
    return rows;
  }

  /** The examples at {@code indices}, in that order. */
  public Examples select(int[] indices) {
    return new Examples(
        shape,
        values.select(indices),
        chosen(labels, indices),
        chosen(groups, indices),
        details.select(indices));
  }

  private static int[] chosen(int[] of, int[] indices) {
    return of.length == 0 ? of : Arrays.stream(indices).map(i -> of[i]).toArray();
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
