package org.limbeck.data.image.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.limbeck.base.Checksums;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;

/**
 * Opens a cache of decoded images, and checks it.
 *
 * <p>The file holds, in this order:
 *
 * <ul>
 *   <li>{@link #HEADER}: what it is, and the version of the format;
 *   <li>pixels {@code [image][channel][row][column]}, unsigned bytes, the training part first;
 *   <li>the {@link ImageIndex}: shape, class names, labels, SHA-256 of the pixels;
 *   <li>SHA-256 of the index (32 bytes) and its length (4 bytes, big-endian).
 * </ul>
 *
 * <p>Labels stand behind the pixels so that a source can be decoded in one pass.
 */
record ImageCacheFile(ImageIndex index, Examples train, Examples test) {
  static final String HEADER = "limbeck-images 1";

  private static final int TRAILER = 36;

  /** Pixels of larger files are not read to check them: that would take longer than training. */
  private static final long CHECKED = 4L << 30;

  /**
   * Maps a cache.
   *
   * @throws IOException if there is none, or it is damaged, or is something else
   */
  static ImageCacheFile open(Path file) throws IOException {
    ImageIndex index;
    long size;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      size = channel.size();
      require(size > HEADER.length() + TRAILER, "too short");
      byte[] header = read(channel, 0, HEADER.length());
      require(HEADER.equals(new String(header, StandardCharsets.ISO_8859_1)), "another format");
      index = index(channel);
    }
    int train = index.train().labels().length;
    int test = index.test().labels().length;
    long pixels = index.rowSize() * ((long) train + test);
    require(pixels == size - HEADER.length() - TRAILER - index.toBytes().length, "sizes differ");
    long testStart = HEADER.length() + (long) train * index.rowSize();
    var opened =
        new ImageCacheFile(
            index,
            examples(file, HEADER.length(), index, index.train()),
            examples(file, testStart, index, index.test()));
    if (size <= CHECKED) {
      check(opened.train());
      check(opened.test());
    }
    return opened;
  }

  private static ImageIndex index(FileChannel channel) throws IOException {
    ByteBuffer trailer = ByteBuffer.wrap(read(channel, channel.size() - TRAILER, TRAILER));
    int length = trailer.getInt(TRAILER - Integer.BYTES);
    long start = channel.size() - TRAILER - length;
    require(length > 0 && start >= HEADER.length(), "no index");
    byte[] bytes = read(channel, start, length);
    byte[] sum = Checksums.sha256().digest(bytes);
    require(ByteBuffer.wrap(sum).equals(trailer.limit(sum.length)), "the index is damaged");
    return ImageIndex.of(bytes);
  }

  private static byte[] read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      require(count > 0, "too short");
    }
    return buffer.array();
  }

  private static Examples examples(Path file, long start, ImageIndex index, ImageIndex.Part part)
      throws IOException {
    int rows = part.labels().length;
    for (int label : part.labels()) {
      require(label >= 0 && label < index.classNames().size(), "a label without a name");
    }
    ByteStore store = ByteStore.map(file, start, rows, index.rowSize(), part.checksum());
    var values = new ByteValues(store, IntStream.range(0, rows).toArray());
    return new Examples(index.shape(), values, part.labels());
  }

  private static void check(Examples examples) throws IOException {
    ByteStore store = ((ByteValues) examples.values()).store();
    require(store.isIntact(), "the pixels are damaged");
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
