package org.limbeck.data;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows of float32 values in a {@link ByteStore}, in some order: they take no heap where the
 * store is mapped from a file. They are known by the same bytes as {@link FloatValues}.
 */
public final class MappedFloats implements Values {
  private final ByteStore store;
  private final List<FloatBuffer> segments;
  private final int[] rows;

  /**
   * All rows of a store.
   *
   * @param store of little-endian float32 values
   */
  public MappedFloats(ByteStore store) {
    this(store, store.floats(), IntStream.range(0, store.rows()).toArray());
    if (store.rowSize() % Float.BYTES != 0) {
      throw new IllegalArgumentException(
          "expected rows of whole float32 values, found %d bytes".formatted(store.rowSize()));
    }
  }

  private MappedFloats(ByteStore store, List<FloatBuffer> segments, int[] rows) {
    this.store = store;
    this.segments = segments;
    this.rows = rows;
  }

  @Override
  public int examples() {
    return rows.length;
  }

  @Override
  public int exampleSize() {
    return store.rowSize() / Float.BYTES;
  }

  @Override
  public void read(int example, float[] target, int offset) {
    int row = rows[example];
    int size = exampleSize();
    FloatBuffer segment = segments.get(row / store.rowsPerSegment());
    segment.get(row % store.rowsPerSegment() * size, target, offset, size);
  }

  @Override
  public Values select(int[] indices) {
    return new MappedFloats(
        store, segments, IntStream.of(indices).map(index -> rows[index]).toArray());
  }

  @Override
  public void addTo(MessageDigest digest) {
    var row = new float[exampleSize()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    for (int i = 0; i < rows.length; i++) {
      read(i, row, 0);
      bytes.asFloatBuffer().put(row);
      digest.update(bytes.array());
    }
  }
}
