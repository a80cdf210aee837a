package org.limbeck.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of arrays as bytes: float32 little-endian, or texts with their lengths. */
final class ArrayBytes {
  private ArrayBytes() {}

  static byte[] of(NamedArray array) {
    return array instanceof NamedArray.Floats floats
        ? floats(floats.values())
        : texts(((NamedArray.Texts) array).values());
  }

  private static byte[] floats(float[] values) {
    var bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  private static byte[] texts(List<String> values) {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try {
      for (String value : values) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /** Reads an array whose number of bytes has been checked. */
  static NamedArray read(Frames.ArrayHeader header, DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(header.bytes());
    if (bytes.length < header.bytes()) {
      throw new EOFException();
    }
    try {
      return header.text()
          ? new NamedArray.Texts(header.name(), header.shape(), texts(bytes))
          : new NamedArray.Floats(header.name(), header.shape(), floats(bytes));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadFrameException("an array whose shape is not that of its values", e);
    }
  }

  private static float[] floats(byte[] bytes) {
    var values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static List<String> texts(byte[] bytes) throws IOException {
    List<String> values = new ArrayList<>();
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    while (in.available() > 0) {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new BadFrameException("a text that is longer than its array", null);
      }
      values.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    return values;
  }
}
