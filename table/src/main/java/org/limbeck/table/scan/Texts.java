package org.limbeck.table.scan;

import java.util.List;
import java.util.regex.Pattern;

/** Texts in messages and tables. */
public final class Texts {
  private static final int FEW = 8;

  private static final Pattern NUMBER =
      Pattern.compile("\\s*[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d+)?\\s*");

  private Texts() {}

  /** Whether a text looks like a number, with a decimal point or comma. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The first of a list, and how many more there are. */
  public static String few(List<String> texts) {
    String first = String.join(", ", texts.subList(0, Math.min(FEW, texts.size())));
    return texts.size() <= FEW ? first : "%s and %,d more".formatted(first, texts.size() - FEW);
  }
}
