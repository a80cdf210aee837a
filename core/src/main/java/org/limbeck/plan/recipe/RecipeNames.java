package org.limbeck.plan.recipe;

import org.jspecify.annotations.Nullable;

/** What recipes and their variants may be called, so that tables, files and terminals show it. */
public final class RecipeNames {
  /** What a name is made of, for messages. */
  private static final String NAME = "letters, digits and '. _ + -', at most 64";

  /** What a variant is made of, for messages. */
  public static final String VARIANT = "1 to 64 printable characters, no space at the ends";

  private static final int LONGEST = 64;

  private RecipeNames() {}

  /**
   * Returns the name of a recipe.
   *
   * @throws IllegalArgumentException if it cannot be one, starting with {@code key}
   */
  static String requireName(String key, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")) {
      throw refused(key, NAME, name);
    }
    return name;
  }

  /**
   * Returns a variant; null for a recipe that is alone of its name.
   *
   * @throws IllegalArgumentException if it cannot be one, starting with {@code key}
   */
  static @Nullable String requireVariant(String key, @Nullable String variant) {
    if (variant != null && !isVariant(variant)) {
      throw refused(key, VARIANT, variant);
    }
    return variant;
  }

  /** Whether a text can tell recipes of one name apart. */
  public static boolean isVariant(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.equals(text.strip())
        && text.codePoints().allMatch(RecipeNames::isPrintable);
  }

  /** Characters that show; those that steer a terminal or turn the text around do not. */
  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static IllegalArgumentException refused(String key, String expected, String found) {
    return new IllegalArgumentException(
        "%s: expected %s, found '%s'".formatted(key, expected, found));
  }
}
