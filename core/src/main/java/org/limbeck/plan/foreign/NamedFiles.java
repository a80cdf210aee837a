package org.limbeck.plan.foreign;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.base.AtomicFiles;
import org.limbeck.plan.key.Section;

/**
 * Files that a study file names.
 *
 * @param folder that their names are relative to
 */
record NamedFiles(Path folder) {
  private static final long MAX_BYTES = 16L << 20;

  /** The file that a key names; empty, with a problem, where it names none. */
  Optional<Path> file(Section section, String key) {
    String text = section.text(key, null);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      section.problem(key, "'" + text + "' is not a valid file name");
      return Optional.empty();
    }
  }

  /** The lines of the text file that a key names, without duplicates and empty ones at the end. */
  List<String> lines(Section section, String key) {
    return file(section, key).map(file -> lines(section, key, file)).orElse(List.of());
  }

  private static List<String> lines(Section section, String key, Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        section.problem(key, file + ": larger than 16 MiB; expected a class on each line");
        return List.of();
      }
      List<String> lines = Files.readString(file).stripTrailing().lines().toList();
      refuseDoubles(section, key, file, lines);
      return lines;
    } catch (CharacterCodingException e) {
      section.problem(key, file + ": not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      section.problem(
          key,
          "%s: cannot be read: %s; name a text file with a class on each line, or list them"
              .formatted(file, AtomicFiles.reason(e)));
    }
    return List.of();
  }

  private static void refuseDoubles(Section section, String key, Path file, List<String> lines) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!known.add(lines.get(i))) {
        section.problem(
            key, "%s:%d: '%s' is given twice; keep one".formatted(file, i + 1, lines.get(i)));
      }
    }
  }
}
