package org.limbeck.teacher;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.base.AtomicFiles;
import org.limbeck.data.ByteStore;

/**
 * The file of a {@link ScoreCache}: a header, a bitmap of what is filled, and for each (example,
 * view) a row of fp16 logits with a 16-bit check. Little endian.
 *
 * <p>Rows are written with one call each and their bit is set after that, so a process that dies
 * leaves rows that are whole or count as empty. Should a power cut keep a bit and lose its row, the
 * check does not fit and the row counts as empty too. The bitmap has its blocks from the start and
 * rows are never written through the mapping: a full disk is an error, not a crash.
 */
final class ScoreCacheFile implements AutoCloseable {
  static final int VERSION = 1;

  private static final byte[] MAGIC = "LIMBECKS".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 4096;
  private static final VarHandle BITS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final FileChannel channel;
  private final MappedByteBuffer bitmap;
  private final ByteStore rows;
  private final long firstRow;
  private final int rowSize;
  private final AtomicLong newlyFilled = new AtomicLong();

  private ScoreCacheFile(Path file, FileChannel channel, ScoreCacheKey key) throws IOException {
    this.file = file;
    this.channel = channel;
    rowSize = rowSize(key);
    firstRow = firstRow(key);
    bitmap = channel.map(FileChannel.MapMode.READ_WRITE, HEADER, firstRow - HEADER);
    rows = ByteStore.map(file, firstRow, rows(key), rowSize, key.hash());
  }

  /**
   * Opens the cache of {@code key} in a folder, or begins one. A file that is not of that key is
   * replaced.
   */
  static ScoreCacheFile open(Path folder, ScoreCacheKey key) {
    AtomicFiles.createFolder(folder);
    Path file = folder.resolve(key.hash().substring(0, 16) + ".scores");
    try {
      if (!fits(file, key)) {
        Files.deleteIfExists(file);
        create(file, key);
      }
      return mapped(file, key);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  private static ScoreCacheFile mapped(Path file, ScoreCacheKey key) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new ScoreCacheFile(file, channel, key);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static int rows(ScoreCacheKey key) {
    return Math.multiplyExact(key.examples(), key.views());
  }

  private static int rowSize(ScoreCacheKey key) {
    return (key.classes() + 1) * Short.BYTES;
  }

  private static long firstRow(ScoreCacheKey key) {
    long bitmap = (rows(key) + 7L) / 8;
    return HEADER + (bitmap + HEADER - 1) / HEADER * HEADER;
  }

  private static ByteBuffer header(ScoreCacheKey key) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).putInt(VERSION).putInt(rows(key)).putInt(rowSize(key));
    header.put(key.hash().getBytes(StandardCharsets.US_ASCII));
    return header.rewind();
  }

  private static boolean fits(Path file, ScoreCacheKey key) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer found = ByteBuffer.allocate(HEADER);
      channel.read(found, 0);
      long size = firstRow(key) + (long) rows(key) * rowSize(key);
      return !found.hasRemaining() && channel.size() == size && found.rewind().equals(header(key));
    }
  }

  private static void create(Path file, ScoreCacheKey key) throws IOException {
    // Not createTempFile: its files are for their owner alone, and a study's folder may be shared.
    Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        write(channel, header(key), 0);
        var zeros = ByteBuffer.allocate(HEADER);
        for (long at = HEADER; at < firstRow(key); at += HEADER) {
          write(channel, zeros.rewind(), at);
        }
        long end = firstRow(key) + (long) rows(key) * rowSize(key);
        write(channel, ByteBuffer.allocate(1), end - 1);
        channel.force(true);
      }
      publish(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Gives the file its name unless another process was first: then that one is used. */
  private static void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // FAT, exFAT and some network folders have no links; the file of the last one stays then.
      AtomicFiles.move(temporary, file);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /** Whether the bit of a row is set, by whatever process. */
  boolean filled(int row) {
    int word = (int) BITS.getVolatile(bitmap, row / 32 * 4);
    return (word >>> (row % 32) & 1) == 1;
  }

  /** Copies a row. */
  void read(int row, byte[] into) {
    rows.read(row, into, 0);
  }

  /** Writes a row, then sets its bit. */
  void write(int row, ByteBuffer bytes) {
    try {
      write(channel, bytes, firstRow + (long) row * rowSize);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
    int before = (int) BITS.getAndBitwiseOr(bitmap, row / 32 * 4, 1 << (row % 32));
    newlyFilled.addAndGet((before >>> (row % 32) & 1) == 0 ? 1 : 0);
  }

  /** Rows that this instance filled first. */
  long newlyFilled() {
    return newlyFilled.get();
  }

  /** How many rows are filled. */
  long count() {
    long count = 0;
    for (int at = 0; at + 4 <= bitmap.capacity(); at += 4) {
      count += Integer.bitCount((int) BITS.getVolatile(bitmap, at));
    }
    return count;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }
}
