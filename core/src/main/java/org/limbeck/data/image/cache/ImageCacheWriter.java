package org.limbeck.data.image.cache;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;

/** Writes the bytes of a cache, in one pass; see {@link ImageCacheFile} for their order. */
final class ImageCacheWriter implements Closeable {
  private final OutputStream out;
  private final Path folder;
  private final ImageSet images;
  private final int rowSize;
  private final Part train = new Part();
  private final Part test = new Part();

  /**
   * A writer to {@code out}, which it closes.
   *
   * @param folder named in errors
   */
  ImageCacheWriter(OutputStream out, Path folder, ImageSet images) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.folder = folder;
    this.images = images;
    rowSize = IntStream.of(images.shape()).reduce(1, Math::multiplyExact);
  }

  /** Decodes the images and writes them. */
  void write() {
    put(ImageCacheFile.HEADER.getBytes(StandardCharsets.UTF_8));
    List<String> notes = images.decode(train, test);
    var index =
        new ImageIndex(images.shape(), images.classNames(), notes, train.done(), test.done());
    byte[] bytes = index.toBytes();
    put(bytes);
    put(Checksums.sha256().digest(bytes));
    put(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private void put(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** The error for a failed write into the folder of caches. */
  static LimbeckException cannotWrite(Path folder, IOException e) {
    return new LimbeckException(
        ("%s: decoded images cannot be kept here: %s; free some space, or name another folder in"
                + " the environment variable LIMBECK_CACHE")
            .formatted(folder, AtomicFiles.reason(e)),
        e);
  }

  /** Takes the images of one part. */
  private final class Part implements ImageSet.Sink {
    private final MessageDigest digest = Checksums.sha256();
    private final IntStream.Builder labels = IntStream.builder();

    @Override
    public void add(byte[] pixels, int label) {
      if (pixels.length != rowSize) {
        throw new IllegalArgumentException(
            "expected %d bytes, found %d".formatted(rowSize, pixels.length));
      }
      digest.update(pixels);
      labels.add(label);
      put(pixels);
    }

    ImageIndex.Part done() {
      return new ImageIndex.Part(
          labels.build().toArray(), HexFormat.of().formatHex(digest.digest()));
    }
  }
}
