package org.limbeck.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Values in memory.
 *
 * @param values row-major {@code [examples, exampleSize]}, finite unless they are raw; shared,
 *     treat as read-only
 * @param exampleSize values of one example
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values: compared by identity, never copied
record FloatValues(float[] values, int exampleSize) implements Values {
  @Override
  public int examples() {
    return values.length / exampleSize;
  }

  @Override
  public void read(int example, float[] target, int offset) {
    System.arraycopy(values, example * exampleSize, target, offset, exampleSize);
  }

  @Override
  public Values select(int[] indices) {
    var chosen = new float[indices.length * exampleSize];
    for (int i = 0; i < indices.length; i++) {
      read(indices[i], chosen, i * exampleSize);
    }
    return new FloatValues(chosen, exampleSize);
  }

  @Override
  public void addTo(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    for (float value : values) {
      if (!bytes.hasRemaining()) {
        digest.update(bytes.array());
        bytes.clear();
      }
      bytes.putFloat(value);
    }
    digest.update(bytes.array(), 0, bytes.position());
  }
}
