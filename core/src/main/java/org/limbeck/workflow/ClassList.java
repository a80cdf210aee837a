package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;

/**
 * The classes as an option gives them: a number of them, or their names in order.
 *
 * @param count if they are not named
 * @param names empty if they are only counted
 */
public record ClassList(OptionalInt count, List<String> names) {
  private static final int MOST_CLASSES = 100_000;
  private static final String REMEDY =
      "give names between commas, or a file with a name on each line";

  /** Nothing is known. */
  public static final ClassList UNKNOWN = new ClassList(OptionalInt.empty(), List.of());

  public ClassList {
    names = List.copyOf(names);
  }

  /**
   * Parses a number, names between commas, or the name of a file with a class on each line.
   *
   * @param option where they were given, for messages
   */
  public static ClassList parse(String option, String given) {
    if (given.matches("-?\\d{1,9}")) {
      int count = Integer.parseInt(given);
      if (count < 1 || count > MOST_CLASSES) {
        throw new LimbeckException(
            "%s: expected 1 to %d, found %d".formatted(option, MOST_CLASSES, count));
      }
      return new ClassList(OptionalInt.of(count), List.of());
    }
    List<String> names =
        given.contains(",")
            ? Stream.of(given.split(",", -1)).map(String::strip).toList()
            : OptionFile.text(option, Path.of(given), REMEDY)
                .stripTrailing()
                .lines()
                .map(String::strip)
                .toList();
    check(option, names);
    return new ClassList(OptionalInt.empty(), names);
  }

  private static void check(String option, List<String> names) {
    Set<String> distinct = new HashSet<>();
    for (int y = 0; y < names.size(); y++) {
      if (names.get(y).isEmpty() || !distinct.add(names.get(y))) {
        throw new LimbeckException(
            "%s: name %d, '%s', is %s; name each class once"
                .formatted(
                    option, y + 1, names.get(y), names.get(y).isEmpty() ? "empty" : "there twice"));
      }
    }
    if (names.size() < 2) {
      throw new LimbeckException(option + ": one class only; " + REMEDY);
    }
  }
}
