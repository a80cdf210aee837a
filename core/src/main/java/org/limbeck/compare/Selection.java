package org.limbeck.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limbeck.plan.SelectionPlan;

/**
 * Chooses the combination to ship, on validation only.
 *
 * <p>Where examples that drove no student judge them all, see {@link Choice}. Earlier studies have
 * no such examples: there it is the best mean of the plan's metric among those whose mean accuracy
 * reaches the floor; ties go to the higher balanced accuracy, then to the higher accuracy, then to
 * the earlier one.
 */
final class Selection {
  private Selection() {}

  static Optional<Combination> choose(List<Combination> students, SelectionPlan plan) {
    return !students.isEmpty() && students.stream().noneMatch(one -> one.judged().isEmpty())
        ? Choice.of(students, plan).map(Choice::selected)
        : earlier(students, plan);
  }

  private static Optional<Combination> earlier(List<Combination> students, SelectionPlan plan) {
    Double floor = plan.minAccuracy();
    Comparator<Combination> better =
        Comparator.<Combination>comparingDouble(c -> c.validationMean(SplitMetric.chosenBy(plan)))
            .thenComparingDouble(c -> c.validationMean(SplitMetric.BALANCED_ACCURACY))
            .thenComparingDouble(c -> c.validationMean(SplitMetric.ACCURACY));
    return students.stream()
        .filter(c -> floor == null || c.validationMean(SplitMetric.ACCURACY) >= floor)
        .reduce((best, next) -> better.compare(next, best) > 0 ? next : best);
  }
}
