package org.limbeck.table.scan;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/**
 * The files of one part of a table, all of one kind.
 *
 * @param key that names them
 * @param files real paths, sorted where a pattern names them
 */
public record TableFiles(String key, List<Path> files, FileKind kind) {
  private static final int MOST = 10_000;
  private static final int DEEPEST = 32;

  public TableFiles {
    files = List.copyOf(files);
  }

  /**
   * Finds files.
   *
   * @param names paths, or patterns like {@code events/*.parquet}
   * @throws LimbeckException if one is missing, is not a file, or they are of different kinds
   */
  public static TableFiles of(String key, List<String> names) {
    List<Path> found = new ArrayList<>();
    names.forEach(name -> found.addAll(named(key, name)));
    if (found.size() > MOST) {
      throw new LimbeckException(
          "%s: %,d files, at most %,d are read; put them together"
              .formatted(key, found.size(), MOST));
    }
    FileKind kind = kind(key, found.get(0));
    for (Path file : found) {
      if (kind(key, file) != kind) {
        throw new LimbeckException(
            "%s: %s and %s are of different kinds; name files of one kind"
                .formatted(key, found.get(0), file));
      }
      if (file.toString().matches(".*[*?\\[].*")) {
        throw new LimbeckException(
            "%s: %s: DuckDB takes * ? and [ in the name of a file for a pattern; rename it"
                .formatted(key, file));
      }
    }
    if (Set.copyOf(found).size() < found.size()) {
      throw new LimbeckException(key + ": a file is named twice; name each once");
    }
    return new TableFiles(key, found, kind);
  }

  private static FileKind kind(String key, Path file) {
    return FileKind.of(file.getFileName().toString())
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s: %s: the kind of the file is not known by its name; these are read: %s"
                        .formatted(key, file, FileKind.KNOWN)));
  }

  private static List<Path> named(String key, String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new LimbeckException(
            "%s: %s is a folder; name its files, for example %s/*.parquet"
                .formatted(key, name, name));
      }
      if (Files.exists(path)) {
        return List.of(real(key, path));
      }
      return isPattern(name) ? matching(key, name) : missing(key, name);
    } catch (InvalidPathException e) {
      throw new LimbeckException("%s: '%s' is not a valid file name".formatted(key, name), e);
    }
  }

  private static List<Path> missing(String key, String name) {
    throw new LimbeckException("%s: %s: no such file; check the path".formatted(key, name));
  }

  public static boolean isPattern(String name) {
    return name.matches("(?s).*[*?\\[{].*");
  }

  private static Path real(String key, Path path) {
    try {
      Path real = path.toRealPath();
      if (!Files.isRegularFile(real) || !Files.isReadable(real)) {
        throw new LimbeckException("%s: %s is not a file that can be read".formatted(key, path));
      }
      return real;
    } catch (IOException e) {
      throw new LimbeckException(
          "%s: %s: cannot be read: %s".formatted(key, path, AtomicFiles.reason(e)), e);
    }
  }

  private static List<Path> matching(String key, String pattern) {
    Path all = Path.of(pattern).toAbsolutePath().normalize();
    Path folder = all.getRoot();
    for (Path name : all) {
      if (isPattern(name.toString())) {
        break;
      }
      folder = folder.resolve(name);
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + all);
    Set<Path> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      files
          .filter(file -> matcher.matches(file) && Files.isRegularFile(file))
          .limit(MOST + 1L)
          .forEach(file -> found.add(real(key, file)));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new LimbeckException(
          "%s: %s: the folder cannot be listed: %s".formatted(key, pattern, e.getMessage()), e);
    }
    return found.isEmpty() ? missing(key, pattern) : List.copyOf(found);
  }
}
