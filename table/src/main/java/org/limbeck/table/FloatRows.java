package org.limbeck.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.GrowingFloats;

/**
 * Collects rows of raw values: in memory while they are few, then in a file, so that the heap stays
 * small.
 */
final class FloatRows implements AutoCloseable {
  /** Bytes of values that stay in memory, usually. */
  static final long USUAL_HEAP = 64L << 20;

  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final long heap;
  private final MessageDigest digest = Checksums.sha256();
  private GrowingFloats values = new GrowingFloats();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private @Nullable FileChannel channel;
  private int width;
  private int rows;

  /**
   * @param file that is made where the values do not fit into memory
   * @param heap bytes of values that stay in memory
   */
  FloatRows(Path file, long heap) {
    this.file = file;
    this.heap = heap;
  }

  /** Adds a row; all have the same width. */
  void add(float[] row) {
    width = row.length;
    if (rows == Integer.MAX_VALUE - 8) {
      throw new LimbeckException("data.from: more than 2,147,483,639 rows; use fewer");
    }
    rows++;
    if (channel == null && (long) rows * width * Float.BYTES > heap) {
      spill();
    }
    if (channel == null) {
      for (float value : row) {
        values.add(value);
      }
    } else {
      put(row, 0);
    }
  }

  private void spill() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    buffer = ByteBuffer.allocate(Math.max(BUFFER, width * Float.BYTES));
    buffer.order(ByteOrder.LITTLE_ENDIAN);
    write(ByteBuffer.wrap(TableCacheFile.HEADER.getBytes(StandardCharsets.US_ASCII)));
    float[] before = values.toArray();
    values = new GrowingFloats();
    for (int start = 0; start < before.length; start += width) {
      put(before, start);
    }
  }

  private void put(float[] from, int start) {
    if (buffer.remaining() < width * Float.BYTES) {
      flush();
    }
    for (int i = 0; i < width; i++) {
      buffer.putFloat(from[start + i]);
    }
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    write(buffer.flip());
    buffer.clear();
  }

  private void write(ByteBuffer bytes) {
    FileChannel to = channel;
    if (to == null) {
      throw new IllegalStateException("no file");
    }
    try {
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private LimbeckException cannotWrite(IOException e) {
    return new LimbeckException(
        ("%s: the rows of the table cannot be kept here: %s; free some space, or name another"
                + " folder in the environment variable LIMBECK_CACHE")
            .formatted(file.getParent(), AtomicFiles.reason(e)),
        e);
  }

  /** Whether the rows are in the file. */
  boolean isSpilled() {
    return channel != null;
  }

  /** The values in memory, row-major. */
  float[] inMemory() {
    return values.toArray();
  }

  int rows() {
    return rows;
  }

  int width() {
    return width;
  }

  /** Writes what comes after the values, and forces all to disk. */
  void finish(byte[] end) {
    write(ByteBuffer.wrap(end));
    FileChannel to = channel;
    try {
      if (to != null) {
        to.force(true);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** SHA-256 of the values in the file, hexadecimal; no row can be added afterwards. */
  String checksum() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Closes and deletes the file, unless it was renamed. */
  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
