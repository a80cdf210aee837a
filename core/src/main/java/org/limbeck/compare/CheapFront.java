package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;
import org.limbeck.metric.ParetoFront;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.StandardCosts;

/**
 * What post-shift alone gives, which trains nothing: the front that training has to beat.
 *
 * @param shifts each trained student with the best of its shifts, in the order of the rows
 * @param front the rows of shifted students that no other shifted one beats in both accuracy and
 *     worst-class accuracy on test, ascending by accuracy
 * @param answer what training gained; null where a side is missing or seeds differ
 */
public record CheapFront(List<Shift> shifts, List<Leaderboard.Row> front, @Nullable Answer answer) {
  public CheapFront {
    shifts = List.copyOf(shifts);
    front = List.copyOf(front);
  }

  /**
   * A trained student and the best of its shifts.
   *
   * @param trained as training left it
   * @param shifted the delta that validation prefers
   * @param gain worst-class accuracy of the shifted less that of the trained one, paired over seeds
   */
  public record Shift(Leaderboard.Row trained, Leaderboard.Row shifted, Interval gain) {}

  /**
   * The best trained student against the best shift of one trained with standard costs, each chosen
   * on validation.
   *
   * @param gain worst-class accuracy of the trained one less that of the cheap one, paired
   */
  public record Answer(Leaderboard.Row trained, Leaderboard.Row cheap, Interval gain) {}

  /** The cheap front of a study; without shifts where the study has none. */
  public static CheapFront of(Leaderboard leaderboard, SelectionPlan selection) {
    List<Leaderboard.Row> students = leaderboard.students();
    List<Leaderboard.Row> shifted = students.stream().filter(CheapFront::isShifted).toList();
    List<Shift> shifts = new ArrayList<>();
    for (Leaderboard.Row trained : students) {
      best(shifted, row -> changes(row, trained), selection)
          .filter(best -> sameSeeds(best, trained))
          .ifPresent(best -> shifts.add(new Shift(trained, best, gain(best, trained))));
    }
    return new CheapFront(shifts, front(shifted), answer(students, shifted, selection));
  }

  private static boolean isShifted(Leaderboard.Row row) {
    return recipe(row).postHoc().rule() == PostHocOptions.Rule.POST_SHIFT;
  }

  private static Recipe recipe(Leaderboard.Row row) {
    return Objects.requireNonNull(row.combination().student());
  }

  private static boolean changes(Leaderboard.Row shifted, Leaderboard.Row trained) {
    return shifted.combination().teacher().equals(trained.combination().teacher())
        && !shifted.equals(trained)
        && recipe(shifted).trained().equals(recipe(trained));
  }

  /** As {@link Selection} chooses; what misses its floor is better than nothing. */
  private static Optional<Leaderboard.Row> best(
      List<Leaderboard.Row> rows, Predicate<Leaderboard.Row> among, SelectionPlan selection) {
    List<Leaderboard.Row> candidates = rows.stream().filter(among).toList();
    List<Combination> combinations = candidates.stream().map(Leaderboard.Row::combination).toList();
    return Selection.choose(combinations, selection)
        .or(() -> Selection.choose(combinations, selection.withoutFloor()))
        .map(combinations::indexOf)
        .map(candidates::get);
  }

  private static @Nullable Answer answer(
      List<Leaderboard.Row> students, List<Leaderboard.Row> shifted, SelectionPlan selection) {
    Predicate<Leaderboard.Row> isTrained =
        row -> recipe(row).postHoc().rule() == PostHocOptions.Rule.NONE;
    Optional<Leaderboard.Row> trained = best(students, isTrained, selection);
    Optional<Leaderboard.Row> cheap =
        best(shifted, row -> recipe(row).costs().equals(StandardCosts.USUAL), selection);
    if (trained.isEmpty() || cheap.isEmpty() || !sameSeeds(trained.get(), cheap.get())) {
      return null;
    }
    return new Answer(trained.get(), cheap.get(), gain(trained.get(), cheap.get()));
  }

  private static boolean sameSeeds(Leaderboard.Row one, Leaderboard.Row other) {
    return one.combination().seeds().equals(other.combination().seeds());
  }

  private static Interval gain(Leaderboard.Row of, Leaderboard.Row over) {
    double[] more = of.combination().test(SplitMetric.WORST_CLASS_ACCURACY);
    double[] less = over.combination().test(SplitMetric.WORST_CLASS_ACCURACY);
    return of.combination().repeats().compared(more, less).difference();
  }

  private static List<Leaderboard.Row> front(List<Leaderboard.Row> shifted) {
    int[] front =
        ParetoFront.of(
            means(shifted, SplitMetric.ACCURACY), means(shifted, SplitMetric.WORST_CLASS_ACCURACY));
    return Arrays.stream(front)
        .mapToObj(shifted::get)
        .sorted(Comparator.comparingDouble(row -> row.of(SplitMetric.ACCURACY).mean()))
        .toList();
  }

  private static double[] means(List<Leaderboard.Row> rows, SplitMetric metric) {
    return rows.stream().mapToDouble(row -> row.of(metric).mean()).toArray();
  }
}
