package org.limbeck.base;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;

/** Charsets by the names that users give. */
public final class Charsets {
  private static final List<String> COMMON =
      List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "Shift_JIS", "GB18030");

  private Charsets() {}

  /**
   * The charset of a name or an alias, in upper or lower case.
   *
   * @param key where the name was given, for the message
   * @throws LimbeckException if this JVM has none of that name, naming the nearest
   */
  public static Charset named(String key, String name) {
    try {
      return Charset.forName(name.equalsIgnoreCase("latin-1") ? "ISO-8859-1" : name);
    } catch (IllegalArgumentException e) {
      throw new LimbeckException(
          "%s: no charset '%s'%s".formatted(key, name, DidYouMean.hint(name, near(name))), e);
    }
  }

  /** All names where one of them is near, else those that are common. */
  private static List<String> near(String name) {
    List<String> all =
        Charset.availableCharsets().values().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.name()), one.aliases().stream().sorted()))
            .toList();
    boolean found = all.stream().anyMatch(known -> DidYouMean.distance(name, known) <= 2);
    return found ? all : COMMON;
  }
}
