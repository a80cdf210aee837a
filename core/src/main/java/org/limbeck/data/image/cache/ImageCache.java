package org.limbeck.data.image.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.limbeck.base.AtomicFiles;
import org.limbeck.data.SourceData;

/**
 * Decoded images as one mapped file: decoded once, shared by all processes.
 *
 * <p>Several processes may build the same cache at once: each writes its own file and renames it;
 * the last one stays, and all are equal. A damaged or foreign file is replaced.
 *
 * @param folder where the files are
 */
public record ImageCache(Path folder) {
  /** What a process that was killed left behind is deleted after this time. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  /**
   * The images of a source, decoded if they are not in the cache.
   *
   * @param fileName {@link CacheName} of the source
   * @param images asked for only if there is no usable cache
   * @param name the name of the data set
   * @param licence its licence and credit, a line
   * @throws org.limbeck.LimbeckException if an image is unusable, or the cache cannot be written
   */
  public SourceData load(String fileName, Supplier<ImageSet> images, String name, String licence) {
    Path file = folder.resolve(fileName);
    ImageCacheFile opened = open(file).orElseGet(() -> build(file, images.get()));
    return new SourceData(
        name,
        licence,
        opened.index().classNames(),
        opened.train(),
        Optional.of(opened.test()).filter(test -> test.size() > 0),
        opened.index().notes());
  }

  private static Optional<ImageCacheFile> open(Path file) {
    try {
      return Optional.of(ImageCacheFile.open(file));
    } catch (IOException e) {
      return Optional.empty(); // absent or damaged: it is built again
    }
  }

  private ImageCacheFile build(Path file, ImageSet images) {
    try {
      Files.createDirectories(folder);
      deleteAbandoned();
      Path temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        write(temporary, images);
        AtomicFiles.move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
      return ImageCacheFile.open(file);
    } catch (IOException e) {
      throw ImageCacheWriter.cannotWrite(folder, e);
    }
  }

  private void write(Path temporary, ImageSet images) throws IOException {
    var out =
        Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var writer = new ImageCacheWriter(out, folder, images)) {
      writer.write();
    }
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void deleteAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.images.*.tmp")) {
      for (Path file : files) {
        deleteOlder(file, limit);
      }
    }
  }

  private static void deleteOlder(Path file, Instant limit) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return; // another process has just renamed it, or another user owns it
    }
  }
}
