package org.limbeck.table;

import org.limbeck.base.GrowingFloats;
import org.limbeck.data.Values;

/** Collects rows of raw values. */
final class FloatRows {
  private static final int MOST = 500_000_000;
  private final GrowingFloats values = new GrowingFloats();
  private int width;

  void add(float[] row) {
    width = row.length;
    if (!values.hasRoom(width, MOST)) {
      throw new IllegalStateException();
    }
    for (float value : row) {
      values.add(value);
    }
  }

  Values values() {
    return Values.of(values.toArray(), Math.max(1, width));
  }
}
