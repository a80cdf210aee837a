package org.limbeck.data.image.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.limbeck.LimbeckException;
import org.limbeck.base.Checksums;

/** The file name of a cache: it changes with the source, its options and its source files. */
public final class CacheName {
  private CacheName() {}

  /**
   * {@code <source>-<16 hexadecimal digits>.images}.
   *
   * @param options those that change what is decoded
   * @param files the files it is decoded from; known by their path, size and time
   */
  public static String of(String source, Map<String, String> options, List<Path> files) {
    var text = new StringBuilder(ImageCacheFile.HEADER).append('\0');
    new TreeMap<>(options)
        .forEach((key, value) -> text.append(key).append('\0').append(value).append('\0'));
    files.forEach(file -> text.append('\0').append(stamp(file)));
    return source + "-" + Checksums.of(text.toString()).substring(0, 16) + ".images";
  }

  /** The path, size and time of a file. */
  public static String stamp(Path file) {
    try {
      return "%s\0%d\0%d"
          .formatted(
              file.toAbsolutePath().normalize(),
              Files.size(file),
              Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
