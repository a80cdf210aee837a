package org.limbeck.scores.column;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of the scores.
 *
 * @param positions of the scores of each class
 * @param classes the names of the classes; empty where they are numbered
 * @param kind of the scores, where their names or the request say it
 * @param shown the columns, for people
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
public record ScoreGroup(
    int[] positions, List<String> classes, Optional<ScoreKind> kind, String shown) {
  /** No scores. */
  public static final ScoreGroup NONE = new ScoreGroup(new int[0], List.of(), Optional.empty(), "");

  public ScoreGroup {
    classes = List.copyOf(classes);
  }

  /** The columns, in no order. */
  public Set<Integer> used() {
    return IntStream.of(positions).boxed().collect(Collectors.toSet());
  }

  /** The number of classes m; 0 without scores. */
  public int size() {
    return positions.length;
  }
}
