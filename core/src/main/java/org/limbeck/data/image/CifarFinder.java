package org.limbeck.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.data.image.archive.BatchFiles;
import org.limbeck.data.image.archive.FolderFiles;
import org.limbeck.data.image.archive.TarFiles;
import org.limbeck.data.image.archive.TarLimits;

/** Finds the files of a CIFAR data set in the folder or archive that a user names. */
final class CifarFinder {
  private CifarFinder() {}

  /**
   * The files in {@code dir}: a folder with the batches, one with the official folder or archive in
   * it, or the archive.
   *
   * @throws LimbeckException if they are nowhere, saying where to get them
   */
  static BatchFiles find(Path dir, CifarLayout layout) {
    if (Files.isRegularFile(dir) && isArchive(dir)) {
      return new TarFiles(dir, TarLimits.USUAL);
    }
    if (!Files.isDirectory(dir)) {
      throw new LimbeckException(
          "%s: %s; data.dir names the folder with the .bin files, or %s from %s"
              .formatted(
                  dir,
                  Files.exists(dir) ? "neither a folder nor a .tar.gz" : "no such folder or file",
                  layout.archive(),
                  CifarLayout.PAGE));
    }
    if (holdsBatch(dir, layout)) {
      return new FolderFiles(dir);
    }
    if (Files.isDirectory(dir.resolve(layout.folder()))) {
      return new FolderFiles(dir.resolve(layout.folder()));
    }
    if (Files.isRegularFile(dir.resolve(layout.archive()))) {
      return new TarFiles(dir.resolve(layout.archive()), TarLimits.USUAL);
    }
    return new FolderFiles(dir);
  }

  private static boolean isArchive(Path file) {
    return file.toString().endsWith(".tar.gz") || file.toString().endsWith(".tgz");
  }

  private static boolean holdsBatch(Path dir, CifarLayout layout) {
    return layout.batches().stream().anyMatch(name -> Files.isRegularFile(dir.resolve(name)));
  }
}
