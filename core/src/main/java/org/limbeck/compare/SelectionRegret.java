package org.limbeck.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limbeck.plan.SelectionPlan;

/**
 * What a perfect choice would have gained: the best student in hindsight, on test, less the
 * selected one, by the measure of the choice. Nobody could have made that choice.
 *
 * @param measure of the choice
 * @param best the student that is best on test, of those that reach the floor
 * @param regret mean over seeds, in [0, 1]
 */
record SelectionRegret(JudgedMeasure measure, Combination best, double regret) {

  /** The regret of a study; empty where nothing is selected, or there are no results on test. */
  static Optional<SelectionRegret> of(Leaderboard leaderboard, SelectionPlan plan) {
    Optional<Combination> selected = leaderboard.selected().map(Leaderboard.Row::combination);
    List<Combination> candidates = candidates(leaderboard, plan);
    if (selected.isEmpty() || !candidates.stream().allMatch(Combination::tested)) {
      return Optional.empty();
    }
    JudgedMeasure measure =
        Choice.of(leaderboard, plan)
            .map(Choice::measure)
            .orElseGet(() -> new JudgedMeasure(SplitMetric.chosenBy(plan), 1));
    Combination best =
        candidates.stream()
            .max(Comparator.comparingDouble(one -> onTest(measure, one)))
            .orElseThrow();
    double regret = onTest(measure, best) - onTest(measure, selected.get());
    return Optional.of(
        regret > 0
            ? new SelectionRegret(measure, best, regret)
            : new SelectionRegret(measure, selected.get(), 0));
  }

  /** By earlier rules the whole of validation tells who reaches the floor. */
  private static List<Combination> candidates(Leaderboard leaderboard, SelectionPlan plan) {
    Optional<Choice> choice = Choice.of(leaderboard, plan);
    if (choice.isPresent()) {
      return choice.get().candidates();
    }
    Double floor = plan.minAccuracy();
    return leaderboard.students().stream()
        .map(Leaderboard.Row::combination)
        .filter(one -> floor == null || one.validationMean(SplitMetric.ACCURACY) >= floor)
        .toList();
  }

  private static double onTest(JudgedMeasure measure, Combination student) {
    return Arrays.stream(student.test(measure.metric())).average().orElseThrow();
  }
}
