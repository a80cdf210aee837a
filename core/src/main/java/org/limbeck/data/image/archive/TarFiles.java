package org.limbeck.data.image.archive;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/**
 * Files in a {@code .tar.gz}, by their names without folders; nothing is unpacked to disk.
 *
 * <p>Each {@link #open} reads the archive from its start: the parts of a data set are wanted in
 * another order than they are packed in, and this happens once, before there is a cache.
 */
public final class TarFiles implements BatchFiles {
  private final Path archive;
  private final TarLimits limits;
  private @Nullable Map<String, Long> sizes;

  public TarFiles(Path archive, TarLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  @Override
  public String label(String name) {
    return archive + ", " + name;
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    if (sizes == null) {
      sizes = readSizes();
    }
    Long size = sizes.get(name);
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }

  @Override
  public InputStream open(String name) throws IOException {
    TarArchiveInputStream tar = openArchive();
    try {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        limits.check(archive, entry);
        if (entry.isFile() && lastName(entry).equals(name)) {
          return tar;
        }
      }
      throw new FileNotFoundException("no " + name);
    } catch (IOException | RuntimeException e) {
      tar.close();
      throw e;
    }
  }

  @Override
  public List<Path> onDisk(List<String> names) {
    return List.of(archive);
  }

  private Map<String, Long> readSizes() throws IOException {
    Map<String, Long> found = new HashMap<>();
    try (TarArchiveInputStream tar = openArchive()) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        limits.check(archive, entry);
        if (entry.isFile() && found.put(lastName(entry), entry.getSize()) != null) {
          throw new LimbeckException(
              "%s: holds two files named %s; unpack the one you mean and give its folder"
                  .formatted(archive, lastName(entry)));
        }
      }
    }
    return found;
  }

  private TarArchiveInputStream openArchive() throws IOException {
    InputStream raw = Files.newInputStream(archive);
    try {
      var unpacked = new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16);
      return new TarArchiveInputStream(limits.total(unpacked), "UTF-8");
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static String lastName(TarArchiveEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }
}
