package org.limbeck.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Some rows of a {@link ByteStore}, in some order.
 *
 * @param store where the bytes are
 * @param rows which of its rows; treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record ByteValues(ByteStore store, int[] rows) implements Values {
  @Override
  public int examples() {
    return rows.length;
  }

  @Override
  public int exampleSize() {
    return store.rowSize();
  }

  /** Copies the bytes of one example, each an unsigned 0..255. */
  public void read(int example, byte[] target, int offset) {
    store.read(rows[example], target, offset);
  }

  @Override
  public void read(int example, float[] target, int offset) {
    var bytes = new byte[exampleSize()];
    read(example, bytes, 0);
    for (int i = 0; i < bytes.length; i++) {
      target[offset + i] = bytes[i] & 0xff;
    }
  }

  @Override
  public Values select(int[] indices) {
    var chosen = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      chosen[i] = rows[indices[i]];
    }
    return new ByteValues(store, chosen);
  }

  @Override
  public void addTo(MessageDigest digest) {
    // Which rows is known from the indices of the split.
    digest.update(store.checksum().getBytes(StandardCharsets.UTF_8));
  }
}
