package org.limbeck.scores.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads the elements of an array through a small buffer: memory holds them once. */
final class ElementReader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ElementType type;
  private final int count;
  private final Order order;
  private final ByteBuffer bytes;

  /** Where the i-th element of a file goes in row-major order. */
  @FunctionalInterface
  interface Order {
    /** The place of the element. */
    int place(int index);

    /** The order of a file: row-major, or column-major with {@code rows} rows. */
    static Order of(boolean columnMajor, int rows, int columns) {
      return columnMajor ? i -> i % rows * columns + i / rows : i -> i;
    }
  }

  private ElementReader(InputStream in, ElementType type, int count, Order order) {
    this.in = in;
    this.type = type;
    this.count = count;
    this.order = order;
    int elements = Math.max(1, BUFFER / Math.max(1, type.width()));
    bytes = ByteBuffer.allocate(elements * type.width()).order(type.order()).limit(0);
  }

  /**
   * Reads {@code count} elements.
   *
   * @throws EOFException if there are fewer
   */
  static ArrayValues read(InputStream in, ElementType type, int count, Order order)
      throws IOException {
    var reader = new ElementReader(in, type, count, order);
    return switch (type.kind()) {
      case FLOAT, BRAIN_FLOAT -> type.width() == Double.BYTES ? reader.doubles() : reader.floats();
      case SIGNED, UNSIGNED -> reader.wholes();
      case UNICODE, BYTES -> reader.texts();
    };
  }

  private ArrayValues floats() throws IOException {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      require(i);
      values[order.place(i)] = type.nextFloat(bytes);
    }
    return new ArrayValues.Floats(values);
  }

  private ArrayValues doubles() throws IOException {
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      require(i);
      values[order.place(i)] = bytes.getDouble();
    }
    return new ArrayValues.Doubles(values);
  }

  private ArrayValues wholes() throws IOException {
    var values = new long[count];
    for (int i = 0; i < count; i++) {
      require(i);
      values[order.place(i)] = type.nextWhole(bytes);
    }
    return new ArrayValues.Wholes(values);
  }

  private ArrayValues texts() throws IOException {
    var values = new String[count];
    for (int i = 0; i < count; i++) {
      require(i);
      values[order.place(i)] = type.nextText(bytes);
    }
    return new ArrayValues.Texts(values);
  }

  /** Fills the buffer when it is used up. */
  private void require(int index) throws IOException {
    if (bytes.hasRemaining()) {
      return;
    }
    long left = (count - (long) index) * type.width();
    int wanted = (int) Math.min(bytes.capacity(), left);
    if (in.readNBytes(bytes.array(), 0, wanted) < wanted) {
      throw new EOFException();
    }
    bytes.position(0).limit(wanted);
  }
}
