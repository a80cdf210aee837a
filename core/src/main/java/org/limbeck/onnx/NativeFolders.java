package org.limbeck.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/**
 * The folders in {@code java.io.tmpdir} into which ONNX Runtime unpacks its libraries. It removes
 * its own when the JVM ends; after a kill one stays, 20 MB or more each time.
 */
final class NativeFolders {
  private static final String PREFIX = "onnxruntime-java";

  /** A process that has just unpacked its libraries has not mapped them yet. */
  private static final Duration UNPACKING = Duration.ofSeconds(5);

  /** Where it cannot be seen which libraries a process has mapped. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private static boolean done;

  private NativeFolders() {}

  /**
   * Deletes the folders that no process uses any more; what cannot be deleted stays. Only the first
   * call does so, before this JVM unpacks its own folder.
   */
  static synchronized void deleteAbandonedOnce() {
    if (done) {
      return;
    }
    done = true;
    deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/proc"));
  }

  /**
   * The same in a folder of temporary files, with the running processes that {@code proc} shows.
   */
  static void deleteAbandoned(Path temporary, Path proc) {
    boolean seen = Files.isReadable(proc.resolve("self/maps"));
    Instant limit = Instant.now().minus(seen ? UNPACKING : ABANDONED);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      folders.forEach(folder -> deleteUnused(folder, limit, seen ? proc : null));
    } catch (IOException | DirectoryIteratorException e) {
      return; // no such folder, or it cannot be listed: nothing of ours is lost by that
    }
  }

  private static void deleteUnused(Path folder, Instant limit, @Nullable Path proc) {
    try {
      if (isOlder(folder, limit) && (proc == null || !isMapped(folder, proc))) {
        AtomicFiles.delete(folder);
      }
    } catch (IOException | UncheckedIOException | LimbeckException e) {
      return; // another process deletes the same, or another user owns it
    }
  }

  private static boolean isOlder(Path folder, Instant limit) throws IOException {
    return Files.isDirectory(folder)
        && Files.getLastModifiedTime(folder).toInstant().isBefore(limit);
  }

  private static boolean isMapped(Path folder, Path proc) throws IOException {
    String name = "/" + folder.getFileName() + "/";
    try (Stream<Path> processes = Files.list(proc)) {
      return processes.map(process -> process.resolve("maps")).anyMatch(maps -> names(maps, name));
    }
  }

  private static boolean names(Path maps, String name) {
    if (!Files.isReadable(maps)) {
      return false; // not a process, one that has just ended, or another user's
    }
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.anyMatch(line -> line.contains(name));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
