package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of docs, whose commands are tested. */
record Page(Path file) {
  /** The page of a name, {@code recipes.md} for example. */
  static Page of(String name) {
    return new Page(Path.of("..", "docs").resolve(name));
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
