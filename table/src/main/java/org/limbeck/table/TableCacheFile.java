package org.limbeck.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.limbeck.base.Checksums;
import org.limbeck.data.ByteStore;
import org.limbeck.data.MappedFloats;

/**
 * Opens a table that was kept in a file, and checks it.
 *
 * <p>The file holds, in this order: {@link #HEADER}; the raw values, little-endian float32, row by
 * row; the {@link TableIndex}; SHA-256 of the index (32 bytes) and its length (4 bytes,
 * big-endian).
 */
final class TableCacheFile {
  static final String HEADER = "limbeck-table 1\n";

  private static final int TRAILER = 36;

  /** Values of larger files are not read to check them: that would take longer than training. */
  private static final long CHECKED = 4L << 30;

  private TableCacheFile() {}

  /** The end of a file with this index. */
  static byte[] end(byte[] index) {
    return ByteBuffer.allocate(index.length + TRAILER)
        .put(index)
        .put(Checksums.sha256().digest(index))
        .putInt(index.length)
        .array();
  }

  /**
   * Maps a file.
   *
   * @throws IOException if there is none, or it is damaged, or is something else
   */
  static TableContent open(Path file) throws IOException {
    TableIndex.Reading index;
    long end;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      require(channel.size() > HEADER.length() + TRAILER, "too short");
      byte[] header = read(channel, 0, HEADER.length());
      require(HEADER.equals(new String(header, StandardCharsets.US_ASCII)), "another format");
      byte[] bytes = index(channel);
      index = new TableIndex.Reading(bytes);
      end = channel.size() - TRAILER - bytes.length;
    }
    TableIndex.Head head = index.head();
    int rowSize = Math.multiplyExact(head.width(), Float.BYTES);
    require(rowSize > 0 && (long) head.rows() * rowSize == end - HEADER.length(), "sizes differ");
    ByteStore store = ByteStore.map(file, HEADER.length(), head.rows(), rowSize, head.checksum());
    check(store);
    return new TableContent(
        index.columns(), new MappedFloats(store), index.roles(), head.missing(), head.notes());
  }

  private static byte[] index(FileChannel channel) throws IOException {
    ByteBuffer trailer = ByteBuffer.wrap(read(channel, channel.size() - TRAILER, TRAILER));
    int length = trailer.getInt(TRAILER - Integer.BYTES);
    long start = channel.size() - TRAILER - length;
    require(length > 0 && start >= HEADER.length(), "no index");
    byte[] bytes = read(channel, start, length);
    byte[] sum = Checksums.sha256().digest(bytes);
    require(ByteBuffer.wrap(sum).equals(trailer.limit(sum.length)), "the index is damaged");
    return bytes;
  }

  private static byte[] read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      require(count > 0, "too short");
    }
    return buffer.array();
  }

  private static void check(ByteStore store) throws IOException {
    if ((long) store.rows() * store.rowSize() > CHECKED) {
      return;
    }
    require(store.isIntact(), "the values are damaged");
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
