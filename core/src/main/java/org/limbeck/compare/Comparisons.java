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

/** The students of a study against each reference that it has. */
final class Comparisons {
  private final Map<Reference, Map<String, Comparison>> byReference =
      new EnumMap<>(Reference.class);

  Comparisons(List<Combination> students) {
    for (Reference reference : Reference.values()) {
      students.stream()
          .filter(reference::matches)
          .findFirst()
          .ifPresent(other -> byReference.put(reference, against(student -> other, students)));
    }
    if (students.stream().anyMatch(Reference::isForeignStandard)) {
      byReference.put(Reference.STANDARD, against(one -> ofItsTeacher(one, students), students));
    }
  }

  private static @Nullable Combination ofItsTeacher(Combination one, List<Combination> students) {
    return students.stream()
        .filter(Reference::isForeignStandard)
        .filter(other -> other.teacher().equals(one.teacher()))
        .findFirst()
        .orElse(null);
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

  /** A combination to compare another one with; null where there is none. */
  private interface Other {
    @Nullable Combination of(Combination student);
  }

  private static Map<String, Comparison> against(Other reference, List<Combination> students) {
    List<Combination> paired = new ArrayList<>();
    List<PairedComparison> tests = new ArrayList<>();
    for (Combination student : students) {
      Combination other = reference.of(student);
      if (other != null && student.seeds().equals(other.seeds())) {
        paired.add(student);
        tests.add(test(student, other));
      }
    }
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
    return student
        .repeats()
        .compared(
            student.test(SplitMetric.WORST_CLASS_ACCURACY),
            other.test(SplitMetric.WORST_CLASS_ACCURACY));
  }
}
