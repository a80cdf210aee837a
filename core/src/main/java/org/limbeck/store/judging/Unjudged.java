package org.limbeck.store.judging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Classes whose validation examples all drive, so that none judges. */
public final class Unjudged {
  /** How many are named; the others are counted. */
  private static final int NAMED = 8;

  private Unjudged() {}

  /**
   * A sentence that names them; empty without any.
   *
   * @param classes number of validation examples by name, in label order
   */
  public static Optional<String> sentence(Map<String, Integer> classes) {
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = List.copyOf(classes.keySet());
    boolean one = names.size() == 1;
    String have =
        one
            ? "Class '%s' has no example that judges: it has ".formatted(names.get(0))
            : "%s classes have no example that judges (%s): each has "
                .formatted(names.size(), list(names));
    boolean single = classes.values().stream().allMatch(count -> count == 1);
    return Optional.of(
        have
            + (single
                ? "one validation example, which drives."
                : "at most one validation example in any group, and these drive."));
  }

  private static String list(List<String> names) {
    String first =
        names.stream().limit(NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }
}
