package org.limbeck.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.data.Datasets;

/**
 * Messages about keys of a study file, for users who gave options: the key that a message begins
 * with becomes its option, and a line says which options the others are.
 */
final class KeyHints {
  private static final Pattern KEY = Pattern.compile("(?<![\\w./\\\\-])(data)\\.(\\w+)");
  private static final List<String> OPTIONS =
      List.of("label", "id", "group", "weight", "ignore", "missing", "test", "classes");

  private static final Pattern TEACHER_SCORES = Pattern.compile("^teacher\\.scores:");

  private KeyHints() {}

  /** Does what is to be done; messages are made to fit options. */
  static <T> T explaining(Supplier<T> work) {
    return explaining(work, KeyHints::ofOptions);
  }

  /** A message or a note for users of {@code distill}. */
  static String ofOptions(String message) {
    String fitted = TEACHER_SCORES.matcher(message).replaceFirst("--scores:");
    return withHints(fitted, KeyHints::isKey, StudyKeyHints.of(fitted));
  }

  /** The same for a command that has no option {@code --key}. */
  static <T> T explainingOptions(Supplier<T> work) {
    return explaining(
        work,
        message ->
            withHints(message, key -> isKey(key) && !option(key).startsWith("--key"), List.of()));
  }

  private static <T> T explaining(Supplier<T> work, UnaryOperator<String> words) {
    try {
      return work.get();
    } catch (LimbeckException e) {
      String message = String.valueOf(e.getMessage());
      String fitted = words.apply(message);
      if (fitted.equals(message)) {
        throw e;
      }
      throw new LimbeckException(fitted, e);
    }
  }

  private static String withHints(String message, Predicate<String> isKey, List<String> others) {
    var first = KEY.matcher(message);
    boolean begins = first.lookingAt() && isKey.test(first.group(2));
    String fitted = begins ? option(first.group(2)) + message.substring(first.end()) : message;
    Stream<String> ofData =
        KEY.matcher(fitted)
            .results()
            .filter(found -> isKey.test(found.group(2)))
            .map(found -> "%s is %s".formatted(found.group(), given(found.group(2))))
            .distinct();
    String hints = Stream.concat(ofData, others.stream()).collect(Collectors.joining(", "));
    return hints.isEmpty() ? fitted : "%s%n(here %s)".formatted(fitted, hints);
  }

  /** Whether a word is a key of a source, and not the end of the name of a file. */
  private static boolean isKey(String word) {
    return Datasets.sources().stream().anyMatch(source -> source.options().contains(word));
  }

  private static String given(String key) {
    String option = option(key);
    return option.startsWith("--key") ? option + "=..." : option;
  }

  private static String option(String key) {
    if (OPTIONS.contains(key)) {
      return "--" + key;
    }
    return key.equals("from") || key.equals("dir") ? "--data" : "--key " + key;
  }
}
