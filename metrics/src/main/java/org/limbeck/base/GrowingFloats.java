package org.limbeck.base;

import java.util.Arrays;

/** Float32 values whose number is known only at their end, in an array that grows by half. */
public final class GrowingFloats {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private float[] values = new float[1024];
  private int size;

  /** Adds a value; the caller checks {@link #hasRoom} once for a row. */
  public void add(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(values.length * 3L / 2, MOST));
    }
    values[size++] = value;
  }

  /** Whether {@code count} more values make at most {@code limit}, or what an array can hold. */
  public boolean hasRoom(int count, int limit) {
    return size + (long) count <= Math.min(limit, MOST);
  }

  /** The values added, in order. */
  public float[] toArray() {
    return values.length == size ? values : Arrays.copyOf(values, size);
  }
}
