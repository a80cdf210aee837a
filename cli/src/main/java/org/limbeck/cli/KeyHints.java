package org.limbeck.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;

/**
 * Messages about keys of a study file, for users who gave options: they get a line that says which
 * option is meant.
 */
final class KeyHints {
  private static final Pattern KEY = Pattern.compile("\\bdata\\.(\\w+)");
  private static final List<String> OPTIONS =
      List.of("label", "id", "group", "weight", "ignore", "missing", "test", "classes");

  private KeyHints() {}

  /** Does what is to be done; a message about keys gets the line. */
  static <T> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (LimbeckException e) {
      String message = String.valueOf(e.getMessage());
      List<String> hints =
          KEY.matcher(message)
              .results()
              .map(MatchResult::group)
              .distinct()
              .map(KeyHints::of)
              .toList();
      if (hints.isEmpty()) {
        throw e;
      }
      throw new LimbeckException("%s%nHere %s.".formatted(message, String.join(", ", hints)), e);
    }
  }

  private static String of(String key) {
    String name = key.substring(key.indexOf('.') + 1);
    String option =
        OPTIONS.contains(name)
            ? "--" + name
            : Map.of("from", "--data", "dir", "--data")
                .getOrDefault(name, "--key " + name + "=...");
    return key + " is " + option;
  }
}
