package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.judging.Judged;

/**
 * A choice by examples that drove no student: of the students within one standard error of the one
 * that is judged best, the one with the highest judged accuracy.
 *
 * @param measure what they are judged by
 * @param selected the student to ship
 * @param best the student that is judged best; the selected one, or one that is not surely better
 * @param next the student that is judged best of all but the selected one; null with one candidate
 * @param candidates the students that reach the floor, in the order of the study
 */
public record Choice(
    JudgedMeasure measure,
    Combination selected,
    Combination best,
    @Nullable Combination next,
    List<Combination> candidates) {
  /** Differences of shares carry rounding errors near 1e-16. */
  private static final double ROUNDING = 1e-12;

  public Choice {
    candidates = List.copyOf(candidates);
  }

  /** The choice of a study; empty where no student reaches the floor, or they are not judged so. */
  public static Optional<Choice> of(Leaderboard leaderboard, SelectionPlan plan) {
    return of(leaderboard.students().stream().map(Leaderboard.Row::combination).toList(), plan);
  }

  static Optional<Choice> of(List<Combination> students, SelectionPlan plan) {
    Double floor = plan.minAccuracy();
    List<Combination> candidates =
        students.stream()
            .filter(student -> !student.judged().isEmpty())
            .filter(student -> floor == null || accuracy(student) >= floor)
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    int classes = candidates.get(0).runs().get(0).data().classNames().size();
    var measure = JudgedMeasure.of(plan, classes);
    Comparator<Combination> judged = Comparator.comparingDouble(one -> Lead.mean(measure, one));
    Comparator<Combination> accurate = Comparator.comparingDouble(Choice::accuracy);
    Combination best = first(candidates, judged.thenComparing(accurate));
    List<Combination> close = new ArrayList<>();
    for (Combination one : candidates) {
      if (Lead.mean(measure, best) - Lead.mean(measure, one)
          <= standardError(measure, best, one) + ROUNDING) {
        close.add(one);
      }
    }
    Combination selected = first(close, accurate.thenComparing(judged));
    List<Combination> others =
        candidates.stream().filter(one -> !one.label().equals(selected.label())).toList();
    Combination next = others.isEmpty() ? null : first(others, judged.thenComparing(accurate));
    return Optional.of(new Choice(measure, selected, best, next, candidates));
  }

  /** The highest one; the earlier of equal ones. */
  private static Combination first(List<Combination> students, Comparator<Combination> order) {
    return students.stream()
        .reduce((one, later) -> order.compare(later, one) > 0 ? later : one)
        .orElseThrow();
  }

  /** The mean judged accuracy of a student. */
  static double accuracy(Combination student) {
    return student.judged().stream().mapToDouble(JudgedMeasure::accuracy).average().orElseThrow();
  }

  /**
   * The standard error of the difference of two students: paired over seeds; with one seed, or
   * other seeds, the binomial one of the first student.
   */
  static double standardError(JudgedMeasure measure, Combination one, Combination other) {
    List<Judged.Counts> counts = one.judged();
    int seeds = counts.size();
    if (seeds == 1 || !one.seeds().equals(other.seeds())) {
      double sum = counts.stream().mapToDouble(measure::standardError).map(e -> e * e).sum();
      return Math.sqrt(sum) / seeds;
    }
    return one.repeatsJudged().standardError(Lead.differences(measure, one, other));
  }

  /** The mean of the measure of a candidate, in [0, 1]. */
  public double judged(Combination candidate) {
    return Lead.mean(measure, candidate);
  }

  /** By how much the selected one is judged better than the next; empty without one. */
  Optional<Lead> lead() {
    return Optional.ofNullable(next).map(other -> Lead.of(measure, selected, other));
  }

  /** The standard error of one run of the selected one that comes from the number of examples. */
  double errorOfExamples() {
    return Lead.binomial(measure, selected);
  }

  /** The run whose worst class, group or class in a group has fewest examples that judge. */
  private int poorest() {
    return IntStream.range(0, selected.judged().size())
        .boxed()
        .min(Comparator.comparingInt(i -> measure.examples(selected.judged().get(i))))
        .orElseThrow();
  }

  /**
   * The fewest examples, over seeds, of the worst class, group or class in a group of the selected.
   */
  public int examples() {
    return measure.examples(selected.judged().get(poorest()));
  }

  /** All validation examples of the class of {@link #examples}; empty where it is a group. */
  OptionalInt validationExamples() {
    int run = poorest();
    return measure.metric().ofGroups()
        ? OptionalInt.empty()
        : OptionalInt.of(
            selected
                .runs()
                .get(run)
                .data()
                .validationCounts()
                .get(measure.worstPart(selected.judged().get(run))));
  }
}
