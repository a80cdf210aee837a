package org.limbeck.data;

import java.security.MessageDigest;

/**
 * The values of a list of examples, a row each: float32 or bytes, in memory or mapped from a file,
 * or features that are made when they are read. Any thread may read them.
 */
public sealed interface Values permits FloatValues, MappedFloats, ByteValues, EncodedValues {
  /**
   * Values in memory.
   *
   * @param values row-major {@code [examples, exampleSize]}; shared, not copied
   */
  static Values of(float[] values, int exampleSize) {
    return new FloatValues(values, exampleSize);
  }

  /** The number of examples. */
  int examples();

  /** The number of values of one example. */
  int exampleSize();

  /**
   * Copies the values of one example as float32; bytes are 0..255.
   *
   * @param example from 0
   * @param offset where in {@code target} the first goes
   */
  void read(int example, float[] target, int offset);

  /** The rows at {@code indices}, in that order; they share the storage where they can. */
  Values select(int[] indices);

  /** Adds what identifies the content to a fingerprint. */
  void addTo(MessageDigest digest);
}
