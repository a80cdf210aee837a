package org.limbeck.report.html;

/** Names where there is little room. */
public final class Texts {
  private Texts() {}

  /** A name of at most {@code most} code points; a longer one is cut and ends in an ellipsis. */
  public static String shortened(String name, int most) {
    if (name.codePointCount(0, name.length()) <= most) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, most - 1)) + "\u2026";
  }
}
