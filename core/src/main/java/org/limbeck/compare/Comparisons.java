package org.limbeck.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Holm;
import org.limbeck.metric.PairedComparison;
import org.limbeck.store.SplitResult;

/** The students of a study against each reference that it has. */
final class Comparisons {
  private final Map<Reference, Map<String, Comparison>> byReference =
      new EnumMap<>(Reference.class);

  Comparisons(List<Combination> students) {
    for (Reference reference : Reference.values()) {
      students.stream()
          .filter(reference::matches)
          .findFirst()
          .ifPresent(other -> byReference.put(reference, against(other, students)));
    }
  }

  /** The comparisons of one combination; none for a teacher, nor with other seeds. */
  Map<Reference, Comparison> of(Combination combination) {
    Map<Reference, Comparison> found = new EnumMap<>(Reference.class);
    byReference.forEach(
        (reference, comparisons) ->
            Stream.ofNullable(comparisons.get(combination.label()))
                .forEach(comparison -> found.put(reference, comparison)));
    return found;
  }

  private static Map<String, Comparison> against(Combination other, List<Combination> students) {
    List<Combination> paired =
        students.stream().filter(student -> student.seeds().equals(other.seeds())).toList();
    List<PairedComparison> tests = paired.stream().map(student -> test(student, other)).toList();
    List<@Nullable Double> p = new ArrayList<>();
    tests.forEach(test -> p.add(test.p()));
    List<@Nullable Double> adjusted = Holm.adjusted(p);
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    for (int i = 0; i < paired.size(); i++) {
      PairedComparison test = tests.get(i);
      comparisons.put(
          paired.get(i).label(), new Comparison(test.difference(), test.p(), adjusted.get(i)));
    }
    return comparisons;
  }

  private static PairedComparison test(Combination student, Combination other) {
    return PairedComparison.of(
        student.test(SplitMetric.WORST_CLASS_ACCURACY),
        other.test(SplitMetric.WORST_CLASS_ACCURACY),
        SplitResult.CONFIDENCE);
  }
}
