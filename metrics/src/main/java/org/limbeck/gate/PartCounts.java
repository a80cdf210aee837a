package org.limbeck.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.metric.ClassHits;

/**
 * The number of examples of each part of a test set, such as a class or a group, and of the right
 * predictions among them.
 *
 * @param names of the parts, all different
 * @param examples of each part, at least 0
 * @param correct of each part, in [0, examples]
 */
public record PartCounts(List<String> names, List<Integer> examples, List<Integer> correct) {
  public PartCounts {
    names = List.copyOf(names);
    examples = List.copyOf(examples);
    correct = List.copyOf(correct);
    if (examples.size() != names.size() || correct.size() != names.size()) {
      throw new IllegalArgumentException(
          "expected %d counts, found %d of examples and %d of right predictions"
              .formatted(names.size(), examples.size(), correct.size()));
    }
    for (int part = 0; part < names.size(); part++) {
      if (correct.get(part) < 0 || correct.get(part) > examples.get(part)) {
        throw new IllegalArgumentException(
            "'%s': expected 0 <= correct <= examples, found %d of %d"
                .formatted(names.get(part), correct.get(part), examples.get(part)));
      }
    }
  }

  /** Counts in arrays, {@code [parts]}. */
  public static PartCounts of(List<String> names, int[] examples, int[] correct) {
    return new PartCounts(names, boxed(examples), boxed(correct));
  }

  static PartCounts of(List<String> names, ClassHits hits) {
    List<Integer> examples = new ArrayList<>(names.size());
    List<Integer> correct = new ArrayList<>(names.size());
    for (int part = 0; part < names.size(); part++) {
      examples.add(hits.count(part));
      correct.add(hits.correct(part));
    }
    return new PartCounts(names, examples, correct);
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The number of parts, with and without examples. */
  public int size() {
    return names.size();
  }

  /** The number of examples of all parts. */
  int totalExamples() {
    return examples.stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of right predictions of all parts. */
  int totalCorrect() {
    return correct.stream().mapToInt(Integer::intValue).sum();
  }
}
