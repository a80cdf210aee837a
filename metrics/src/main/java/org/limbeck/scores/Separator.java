package org.limbeck.scores;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What separates the fields of a table: comma, semicolon or tab, whichever the header has most of
 * outside of quotes.
 */
enum Separator {
  COMMA(',', "commas"),
  SEMICOLON(';', "semicolons"),
  TAB('\t', "tabs");

  /** A longer header is none, and the first rows of a table say the same. */
  private static final int MOST_CHARACTERS = 1 << 22;

  private final char character;
  private final String words;

  Separator(char character, String words) {
    this.character = character;
    this.words = words;
  }

  char character() {
    return character;
  }

  /** As messages call it. */
  String words() {
    return words;
  }

  /** The separator of a text, from its first line; a comma where that has none of them. */
  static Separator of(Reader text) throws IOException {
    Map<Separator, Integer> counts = new EnumMap<>(Separator.class);
    boolean quoted = false;
    for (int read = 0; read < MOST_CHARACTERS; read++) {
      int next = text.read();
      if (next < 0 || (!quoted && (next == '\n' || next == '\r'))) {
        break;
      }
      quoted ^= next == '"';
      if (!quoted) {
        of(next).ifPresent(one -> counts.merge(one, 1, Integer::sum));
      }
    }
    return most(counts);
  }

  private static Optional<Separator> of(int character) {
    return Arrays.stream(values()).filter(one -> one.character == character).findFirst();
  }

  private static Separator most(Map<Separator, Integer> counts) {
    Separator most = COMMA;
    for (Separator one : values()) {
      most = counts.getOrDefault(one, 0) > counts.getOrDefault(most, 0) ? one : most;
    }
    return most;
  }
}
