package org.limbeck.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.limbeck.base.Checksums;

/**
 * Rows of bytes of one size, in memory or mapped from a file: mapped rows are shared by all
 * processes that read the file, and take no heap. Any thread may read.
 */
public final class ByteStore {
  /** Bytes mapped at a time at most; Java maps less than 2 GiB at once. */
  private static final int MAX_SEGMENT = 1 << 30;

  private final List<ByteBuffer> segments;
  private final int rowsPerSegment;
  private final int rowSize;
  private final int rows;
  private final String checksum;

  private ByteStore(
      List<ByteBuffer> segments, int rowsPerSegment, int rows, int rowSize, String checksum) {
    this.segments = List.copyOf(segments);
    this.rowsPerSegment = rowsPerSegment;
    this.rows = rows;
    this.rowSize = rowSize;
    this.checksum = checksum;
  }

  /** A store in memory; the bytes are not copied. */
  public static ByteStore of(byte[] bytes, int rowSize) {
    if (rowSize < 1 || bytes.length % rowSize != 0) {
      throw new IllegalArgumentException(
          "expected whole rows of %d bytes, found %d".formatted(rowSize, bytes.length));
    }
    int rows = bytes.length / rowSize;
    return new ByteStore(
        List.of(ByteBuffer.wrap(bytes)), Math.max(1, rows), rows, rowSize, Checksums.of(bytes));
  }

  /**
   * Maps rows of a file.
   *
   * @param position of the first row
   * @param checksum what the bytes are known by: their SHA-256
   * @throws IOException if the file cannot be mapped, or ends before the last row
   */
  public static ByteStore map(Path file, long position, int rows, int rowSize, String checksum)
      throws IOException {
    int rowsPerSegment = Math.max(1, MAX_SEGMENT / rowSize);
    List<ByteBuffer> segments = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = position + (long) rows * rowSize;
      if (channel.size() < end) {
        throw new IOException("expected %d bytes, found %d".formatted(end, channel.size()));
      }
      for (int row = 0; row < rows; row += rowsPerSegment) {
        long start = position + (long) row * rowSize;
        long size = Math.min(rowsPerSegment, rows - row) * (long) rowSize;
        segments.add(channel.map(FileChannel.MapMode.READ_ONLY, start, size));
      }
    }
    return new ByteStore(segments, rowsPerSegment, rows, rowSize, checksum);
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** Bytes of one row. */
  public int rowSize() {
    return rowSize;
  }

  /** SHA-256 of all bytes, hexadecimal. */
  public String checksum() {
    return checksum;
  }

  /** Whether the bytes still have their checksum; reads all of them. */
  public boolean isIntact() {
    MessageDigest digest = Checksums.sha256();
    var row = new byte[rowSize];
    for (int i = 0; i < rows; i++) {
      read(i, row, 0);
      digest.update(row);
    }
    return HexFormat.of().formatHex(digest.digest()).equals(checksum);
  }

  /** The bytes as little-endian float32; of a store in segments, segment by segment. */
  List<FloatBuffer> floats() {
    return segments.stream()
        .map(segment -> segment.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer())
        .toList();
  }

  /** Rows of each segment but the last. */
  int rowsPerSegment() {
    return rowsPerSegment;
  }

  /** Copies a row into {@code target} from {@code offset} on. */
  public void read(int row, byte[] target, int offset) {
    ByteBuffer segment = segments.get(row / rowsPerSegment);
    segment.get((row % rowsPerSegment) * rowSize, target, offset, rowSize);
  }
}
