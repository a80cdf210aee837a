package org.limbeck.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Suggests the known name nearest to a misspelt one. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The end of an error message: {@code "; did you mean 'x'?"} where a name is near, else the list
   * of the known ones.
   */
  public static String hint(String found, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(found, name)))
        .filter(name -> distance(found, name) <= Math.max(2, name.length() / 3))
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("; known: " + String.join(", ", known));
  }

  /** The edit distance (Levenshtein, 1966), ignoring case. */
  static int distance(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    var row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[row.length - 1];
  }
}
