package org.limbeck.compare;

import org.limbeck.store.judging.Judged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.SelectionPlan;

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
    Comparator<Combination> judged = Comparator.comparingDouble(one -> mean(measure, one));
    Comparator<Combination> accurate = Comparator.comparingDouble(Choice::accuracy);
    Combination best = first(candidates, judged.thenComparing(accurate));
    List<Combination> close = new ArrayList<>();
    for (Combination one : candidates) {
      if (mean(measure, best) - mean(measure, one)
          <= standardError(measure, best, one) + ROUNDING) {
        close.add(one);
      }
    }
    Combination selected = first(close, accurate.thenComparing(judged));
    List<Combination> others = candidates.stream().filter(one -> one != selected).toList();
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
    return student.judged().stream()
        .mapToDouble(JudgedMeasure::accuracy)
        .average()
        .orElseThrow();
  }

  private static double mean(JudgedMeasure measure, Combination student) {
    return student.judged().stream().mapToDouble(measure::of).average().orElseThrow();
  }

  /**
   * The standard error of the difference of two students: paired over seeds; with one seed, or
   * other seeds, the binomial one of the first student.
   */
  private static double standardError(JudgedMeasure measure, Combination one, Combination other) {
    List<Judged.Counts> counts = one.judged();
    int seeds = counts.size();
    if (seeds == 1 || !one.seeds().equals(other.seeds())) {
      double sum = counts.stream().mapToDouble(measure::standardError).map(e -> e * e).sum();
      return Math.sqrt(sum) / seeds;
    }
    double[] differences =
        IntStream.range(0, seeds)
            .mapToDouble(i -> measure.of(counts.get(i)) - measure.of(other.judged().get(i)))
            .toArray();
    double mean = Arrays.stream(differences).average().orElse(0);
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    return Math.sqrt(squares / (seeds - 1) / seeds);
  }

  /** The mean of the measure of a candidate, in [0, 1]. */
  public double judged(Combination candidate) {
    return mean(measure, candidate);
  }

  /** By how much the selected one is judged better than the next, in [-1, 1]; 0 without one. */
  public double lead() {
    return next == null ? 0 : judged(selected) - judged(next);
  }

  /** The standard error of {@link #lead}; 0 without a next one. */
  public double leadError() {
    return next == null ? 0 : standardError(measure, judgedBetter(), judgedWorse(next));
  }

  private Combination judgedBetter() {
    return next != null && lead() < 0 ? next : selected;
  }

  private Combination judgedWorse(Combination other) {
    return lead() < 0 ? selected : other;
  }

  /** The fewest examples, over seeds, of the worst class, group or class in a group of the selected. */
  public int examples() {
    return selected.judged().stream().mapToInt(measure::examples).min().orElseThrow();
  }

  /** How many such examples halve the standard error: it falls with their square root. */
  public int examplesForHalf() {
    return 4 * examples();
  }
}
