package org.limbeck.plan.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comments of study files that stand on lines of their own. */
public final class Comments {
  /** What ends a line in YAML, or is no character of it, besides the line feed. */
  private static final String UNUSABLE = "[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}\\x{FEFF}]";

  private Comments() {}

  /**
   * The lines of a comment, each with its mark; none of an empty text. Whatever is in the text, for
   * example the name of a column, stays within the comment.
   */
  public static Stream<String> lines(String text) {
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(text.split("\n", -1))
            .map(line -> ("# " + line.replaceAll(UNUSABLE, " ")).stripTrailing());
  }

  /** The text of a study file without the lines of comments; empty if it cannot be read. */
  public static Optional<String> without(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > YamlParser.MAX_BYTES) {
        return Optional.empty();
      }
      return Optional.of(
          Files.readString(file)
              .lines()
              .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
              .map(line -> line + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
