package org.limbeck.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds examples that are in one part of a table and again in another, with equal features and the
 * same label.
 *
 * <p>Rows are compared by 64-bit hashes, so that a table of any width takes 8 bytes a row. With
 * 10<sup>6</sup> rows, two different ones are taken for equal once in 10<sup>7</sup> tables.
 */
public final class SharedRows {
  // The golden ratio times 2^64: a multiplier that spreads the bits of a value (Knuth, 1973).
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private SharedRows() {}

  /**
   * Says how many rows of a part are in another too; empty where none is.
   *
   * @param name what the part is, for people
   * @param otherName what the other is
   */
  public static Optional<String> note(
      Examples part, String name, Examples other, String otherName) {
    long[] known = hashes(other);
    Arrays.sort(known);
    long shared =
        Arrays.stream(hashes(part)).filter(row -> Arrays.binarySearch(known, row) >= 0).count();
    return shared == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d rows of the %s also are in the %s (same features and label)",
                shared,
                part.size(),
                name,
                otherName));
  }

  private static long[] hashes(Examples examples) {
    var hashes = new long[examples.size()];
    var row = new float[examples.exampleSize()];
    for (int i = 0; i < hashes.length; i++) {
      examples.values().read(i, row, 0);
      hashes[i] = hash(row, examples.labels()[i]);
    }
    return hashes;
  }

  private static long hash(float[] row, int label) {
    long hash = mixed(label);
    for (float value : row) {
      hash = mixed(hash ^ Float.floatToIntBits(value + 0f)); // + 0: -0 is equal to 0
    }
    return hash;
  }

  private static long mixed(long bits) {
    long spread = bits * SPREAD;
    return spread ^ (spread >>> 32);
  }
}
