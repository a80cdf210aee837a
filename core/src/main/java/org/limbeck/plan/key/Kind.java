package org.limbeck.plan.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A kind of values: how they are read from a study file, written into one and documented.
 *
 * @param values what the documentation says of them
 * @param reader reads the value of a key
 * @param text the value as it is written
 * @param quoted whether the text is written in quotes, since it may be any text
 */
public record Kind<T>(String values, Reader<T> reader, Function<T, String> text, boolean quoted) {
  public static final Kind<Double> NUMBER = plain("number", Section::number, String::valueOf);
  public static final Kind<Integer> INTEGER = plain("integer", Section::integer, String::valueOf);
  public static final Kind<String> TEXT = new Kind<>("text", Section::text, text -> text, true);

  public static final Kind<Boolean> FLAG =
      scalar("`true` or `false`", "true or false", Scalars::flag, String::valueOf);

  /** One number, or a list of them that makes several recipes. */
  public static final Kind<List<Double>> NUMBERS =
      plain(
          "number, or a list of numbers",
          Section::numbers,
          numbers -> numbers.size() == 1 ? numbers.get(0).toString() : numbers.toString());

  /** Numbers in an order, which may repeat; none is not written. */
  public static final Kind<List<Double>> SERIES =
      plain(
          "list of numbers",
          (section, key, standard) -> section.series(key, standard, "a number", Scalars::number),
          numbers -> numbers.isEmpty() ? "" : numbers.toString());

  /** Texts without duplicates; none is not written. */
  public static final Kind<List<String>> TEXTS =
      plain(
          "list of texts",
          (section, key, standard) -> section.list(key, standard, "a text", text -> text),
          Quoted::list);

  /** Reads a key of a section; reports what is wrong with its value, and returns a stand-in. */
  public interface Reader<T> {
    T read(Section section, String key, T standard);
  }

  private static <T> Kind<T> plain(String values, Reader<T> reader, Function<T, String> text) {
    return new Kind<>(values, reader, text, false);
  }

  /** The constants of an enum, in lower case and with hyphens. */
  public static <E extends Enum<E>> Kind<E> word(Class<E> type) {
    String words =
        Scalars.words(type).stream()
            .map(word -> "`" + word + "`")
            .collect(Collectors.joining(", "));
    return plain(
        words, (section, key, standard) -> section.word(key, standard, type), Scalars::word);
  }

  /**
   * One value with a parser.
   *
   * @param expected what messages expect
   */
  public static <T> Kind<T> scalar(
      String values, String expected, Function<String, T> parser, Function<T, String> text) {
    return plain(
        values, (section, key, standard) -> section.value(key, standard, expected, parser), text);
  }

  /**
   * A text that a check accepts, written in quotes.
   *
   * @param expected what messages expect
   */
  public static Kind<String> text(String expected, Predicate<String> accepts) {
    return new Kind<>(
        TEXT.values(),
        (section, key, standard) ->
            section.value(key, standard, expected, text -> accepted(text, accepts)),
        text -> text,
        true);
  }

  private static String accepted(String text, Predicate<String> accepts) {
    if (!accepts.test(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** A value that may be left out without a default; empty is not written. */
  public static <T> Kind<Optional<T>> optional(
      String values, String expected, Function<String, T> parser) {
    return scalar(
        values,
        expected,
        text -> Optional.of(parser.apply(text)),
        value -> value.map(String::valueOf).orElse(""));
  }

  /** An integer of 1 or more, or a word that stands for 0. */
  public static Kind<Integer> countOr(String zero, String expected) {
    return scalar(
        "integer, or `" + zero + "`",
        expected + ", or '" + zero + "'",
        text -> text.equals(zero) ? 0 : Scalars.positive(text),
        count -> count == 0 ? zero : count.toString());
  }

  /** A list without duplicates, not empty. */
  public static <T> Kind<List<T>> list(String values, String expected, Function<String, T> parser) {
    return plain(
        values,
        (section, key, standard) -> section.list(key, standard, expected, parser),
        List::toString);
  }
}
