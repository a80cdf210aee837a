package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the documentation.
 *
 * @param file of the page
 */
record Page(Path file) {
  /** The page of that name. */
  static Page of(String name) {
    return new Page(Path.of("..", "docs", name));
  }

  /** Its fenced blocks in a language. */
  List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(Files.readString(file))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
