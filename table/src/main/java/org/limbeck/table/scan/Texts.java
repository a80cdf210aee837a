package org.limbeck.table.scan;

import java.util.List;

/** Lists in messages. */
public final class Texts {
  private static final int FEW = 8;

  private Texts() {}

  /** The first of a list, and how many more there are. */
  public static String few(List<String> texts) {
    String first = String.join(", ", texts.subList(0, Math.min(FEW, texts.size())));
    return texts.size() <= FEW ? first : "%s and %,d more".formatted(first, texts.size() - FEW);
  }
}
