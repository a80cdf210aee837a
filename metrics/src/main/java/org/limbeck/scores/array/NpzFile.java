package org.limbeck.scores.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.limbeck.LimbeckException;

/**
 * An npz file: npy files in a zip archive, stored or deflated. Nothing is unpacked to disk, and
 * only the arrays that are asked for are read.
 */
record NpzFile(Path file, String shown, List<String> names) implements ArrayFile {
  private static final String NPY = ".npy";
  private static final int MOST_ENTRIES = 1000;
  private static final int MOST_NAME = 200;

  // What deflate can pack into a byte at most: an entry that claims more is not true.
  private static final long MOST_RATIO = 1032;

  NpzFile {
    names = List.copyOf(names);
  }

  static NpzFile open(Path file, String shown) {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new LimbeckException(
            "%s: %,d entries, more than %,d; save labels and scores alone"
                .formatted(shown, zip.size(), MOST_ENTRIES));
      }
      return new NpzFile(file, shown, names(shown, zip));
    } catch (ZipException e) {
      throw new LimbeckException(
          shown + ": not an npz archive, or cut off; write it with numpy.savez", e);
    } catch (IOException e) {
      throw NpyFile.cannotRead(shown, e);
    }
  }

  private static List<String> names(String shown, ZipFile zip) {
    List<String> names = new ArrayList<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      if (name.length() > MOST_NAME) {
        throw new LimbeckException(
            "%s: an entry's name has %,d characters; write the file with numpy.savez"
                .formatted(shown, name.length()));
      }
      if (name.endsWith(NPY)) {
        String array = name.substring(0, name.length() - NPY.length());
        if (names.contains(array)) {
          throw new LimbeckException(
              "%s: array '%s' is there twice; write the file with numpy.savez"
                  .formatted(shown, array));
        }
        names.add(array);
      }
    }
    return names;
  }

  @Override
  public FileArray read(String name) {
    String place = shown + ": " + name;
    try (var zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name + NPY);
      if (entry == null) {
        throw new LimbeckException(place + ": it is gone; was the file changed?");
      }
      if (entry.getSize() / MOST_RATIO > entry.getCompressedSize() + 1) {
        throw new LimbeckException(
            "%s: %,d bytes cannot unpack to %,d; write the file again with numpy.savez"
                .formatted(place, entry.getCompressedSize(), entry.getSize()));
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return NpyFile.read(shown, name, in, entry.getSize());
      }
    } catch (ZipException e) {
      throw new LimbeckException(place + ": damaged: " + e.getMessage() + "; write it again", e);
    } catch (IOException e) {
      throw NpyFile.cannotRead(place, e);
    }
  }
}
