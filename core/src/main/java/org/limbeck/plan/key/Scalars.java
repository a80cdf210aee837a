package org.limbeck.plan.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers and words of the YAML 1.2 core schema, strictly. */
public final class Scalars {
  private Scalars() {}

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

  public static int integer(String text) {
    return Integer.parseInt(text);
  }

  public static long whole(String text) {
    return Long.parseLong(text);
  }

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

  public static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Scalars::word).toList();
  }

  public static <E extends Enum<E>> Optional<E> word(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text))
        .findFirst();
  }

  /** An integer of 1 or more. */
  public static int positive(String text) {
    int number = integer(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
