package org.limbeck.plan.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers and words of the YAML 1.2 core schema, strictly. */
public final class Scalars {
  private Scalars() {}

  /**
   * A finite decimal number.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static double number(String text) {
    if (!text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
      throw new IllegalArgumentException(text);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  /** An integer of 32 bits. */
  static int integer(String text) {
    return Integer.parseInt(text);
  }

  /** An integer of 64 bits. */
  public static long whole(String text) {
    return Long.parseLong(text);
  }

  /**
   * A number in [0, 1].
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static double share(String text) {
    double value = number(text);
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  /** One of two words. */
  public static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** How a constant is written: {@code ZERO_ONE} as {@code zero-one}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How all constants are written, in their order. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Scalars::word).toList();
  }

  /** The constant that is written so; empty if there is none. */
  public static <E extends Enum<E>> Optional<E> word(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text))
        .findFirst();
  }

  /** An integer of 1 or more. */
  static int positive(String text) {
    int number = integer(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
