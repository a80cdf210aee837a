package org.limbeck.base;

import java.util.Arrays;

/** Double values whose number is known only at their end, in an array that grows by half. */
public final class GrowingDoubles {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private double[] values = new double[1024];
  private int size;

  /** Adds the values of a row; the caller checks {@link #hasRoom} first. */
  public void add(double[] row) {
    if (size + (long) row.length > values.length) {
      long larger = Math.max(size + (long) row.length, values.length * 3L / 2);
      values = Arrays.copyOf(values, (int) Math.min(larger, MOST));
    }
    System.arraycopy(row, 0, values, size, row.length);
    size += row.length;
  }

  /** Whether {@code count} more values make at most {@code limit}, or what an array can hold. */
  public boolean hasRoom(int count, int limit) {
    return size + (long) count <= Math.min(limit, MOST);
  }

  /** The values added, in order. */
  public double[] toArray() {
    return values.length == size ? values : Arrays.copyOf(values, size);
  }
}
