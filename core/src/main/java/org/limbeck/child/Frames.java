package org.limbeck.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Json;

/**
 * Messages as bytes: a mark, the length of a JSON header, the header, then the values of the arrays
 * one after the other. Nothing is allocated before its length is checked.
 */
final class Frames {
  private static final int MARK = 0x4c696d62;
  private static final int MOST_HEADER_BYTES = 16 << 20;

  private Frames() {}

  /**
   * The header of a message.
   *
   * @param bytes of the values of each array
   */
  record Header(
      Message.Kind kind, String text, List<String> wanted, List<ArrayHeader> arrays, int bytes) {}

  /**
   * An array without its values.
   *
   * @param text whether its values are texts
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record ArrayHeader(String name, boolean text, long[] shape, int bytes) {}

  static void write(OutputStream stream, Message message) throws IOException {
    List<byte[]> values = message.arrays().stream().map(ArrayBytes::of).toList();
    List<ArrayHeader> arrays = new ArrayList<>();
    int total = 0;
    for (int i = 0; i < values.size(); i++) {
      NamedArray array = message.arrays().get(i);
      int bytes = values.get(i).length;
      arrays.add(
          new ArrayHeader(array.name(), array instanceof NamedArray.Texts, array.shape(), bytes));
      total = Math.addExact(total, bytes);
    }
    byte[] header =
        Json.canonical(new Header(message.kind(), message.text(), message.wanted(), arrays, total))
            .getBytes(StandardCharsets.UTF_8);
    var out = new DataOutputStream(stream);
    out.writeInt(MARK);
    out.writeInt(header.length);
    out.write(header);
    for (byte[] bytes : values) {
      out.write(bytes);
    }
    out.flush();
  }

  /**
   * Reads a message; null at the end of the stream.
   *
   * @param mostBytes that the values of its arrays may have together
   * @throws BadFrameException if the bytes are not a message, or too many
   */
  static @Nullable Message read(InputStream stream, long mostBytes) throws IOException {
    int first = stream.read();
    if (first < 0) {
      return null;
    }
    try {
      return read(first, new DataInputStream(stream), mostBytes);
    } catch (EOFException e) {
      throw new BadFrameException("an answer that breaks off", e);
    }
  }

  private static Message read(int first, DataInputStream in, long mostBytes) throws IOException {
    int mark = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (mark != MARK) {
      throw new BadFrameException("bytes that are no answer", null);
    }
    int length = in.readInt();
    if (length < 2 || length > MOST_HEADER_BYTES) {
      throw new BadFrameException("a header of %d bytes".formatted(length), null);
    }
    Header header = header(in.readNBytes(length));
    if (header.bytes() < 0 || header.bytes() > mostBytes) {
      throw new BadFrameException(
          "an answer of %d bytes, where at most %d are expected"
              .formatted(header.bytes(), mostBytes),
          null);
    }
    List<NamedArray> arrays = new ArrayList<>();
    long left = header.bytes();
    for (ArrayHeader array : header.arrays()) {
      left -= array.bytes();
      if (array.bytes() < 0 || left < 0) {
        throw new BadFrameException("an array that is longer than its frame", null);
      }
      arrays.add(ArrayBytes.read(array, in));
    }
    return new Message(header.kind(), header.text(), header.wanted(), arrays);
  }

  private static Header header(byte[] bytes) throws IOException {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8), Header.class);
    } catch (JsonProcessingException e) {
      throw new BadFrameException("a header that cannot be read", e);
    }
  }
}
