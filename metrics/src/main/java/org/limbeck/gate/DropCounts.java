package org.limbeck.gate;

import java.util.Arrays;
import java.util.List;

/**
 * How often a candidate and its baseline differ in each class, on the same examples.
 *
 * @param baselineOnly the examples of each class that only the baseline has right, {@code b}
 * @param candidateOnly the examples of each class that only the candidate has right, {@code c}
 */
public record DropCounts(List<Integer> baselineOnly, List<Integer> candidateOnly) {
  public DropCounts {
    baselineOnly = List.copyOf(baselineOnly);
    candidateOnly = List.copyOf(candidateOnly);
  }

  /** Counts in arrays, {@code [classes]}. */
  public static DropCounts of(int[] baselineOnly, int[] candidateOnly) {
    return new DropCounts(
        Arrays.stream(baselineOnly).boxed().toList(),
        Arrays.stream(candidateOnly).boxed().toList());
  }

  void check(PartCounts classes) {
    if (baselineOnly.size() != classes.size() || candidateOnly.size() != classes.size()) {
      throw new IllegalArgumentException(
          "expected counts of %d classes, found %d and %d"
              .formatted(classes.size(), baselineOnly.size(), candidateOnly.size()));
    }
    for (int y = 0; y < classes.size(); y++) {
      int b = baselineOnly.get(y);
      int c = candidateOnly.get(y);
      if (b < 0
          || c < 0
          || c > classes.correct().get(y)
          || b > classes.examples().get(y) - classes.correct().get(y)) {
        throw new IllegalArgumentException(
            "class '%s': %d that only the baseline has right and %d that only the candidate has do"
                    .formatted(classes.names().get(y), b, c)
                + " not fit %d right of %d"
                    .formatted(classes.correct().get(y), classes.examples().get(y)));
      }
    }
  }
}
