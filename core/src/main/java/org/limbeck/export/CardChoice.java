package org.limbeck.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.compare.Combination;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;
import org.limbeck.plan.recipe.UnknownCosts;

/** The section of a model card on how the student was chosen, and what that gained. */
final class CardChoice {
  private CardChoice() {}

  static String of(SelectedStudent student) {
    Combination combination = student.row().combination();
    return """
        ## How it was chosen

        %s

        Means on validation over seeds %s: %s. No choice looked at the test split. Seed %s is the one the study exports; it was not picked by its results.

        %s
        """
        .formatted(
            rule(student),
            combination.seeds(),
            means(combination, student.chosenBy()),
            student.seed(),
            gain(student.row()));
  }

  private static String means(Combination combination, SplitMetric chosenBy) {
    return Stream.of(
            chosenBy,
            SplitMetric.WORST_CLASS_ACCURACY,
            SplitMetric.BALANCED_ACCURACY,
            SplitMetric.ACCURACY)
        .distinct()
        .map(metric -> metric.words() + " " + Percent.of(combination.validationMean(metric)))
        .collect(Collectors.joining(", "));
  }

  private static String rule(SelectedStudent student) {
    if (!student.row().selected()) {
      return "It was named by hand: the study itself selects another student.";
    }
    if (!student.row().combination().judged().isEmpty() && !student.choice().isEmpty()) {
      return String.join(" ", student.choice());
    }
    String rule =
        "On validation it has the highest "
            + student.chosenBy().words()
            + ", averaged over seeds, of the study's students (where the study sets a floor on accuracy: of those that reach it).";
    return String.join(" ", Stream.concat(Stream.of(rule), student.choice().stream()).toList());
  }

  private static String gain(Leaderboard.Row row) {
    Interval difference = row.difference();
    boolean foreign = row.combination().teacher().costs() instanceof UnknownCosts;
    String teacher = foreign ? "its teacher" : "the standard teacher";
    if (row.combination().isStandard()) {
      return "It is the standard student of %s itself: nothing was gained over that."
          .formatted(teacher);
    }
    if (difference == null) {
      return "There is no standard student of "
          + (foreign ? "its" : "a standard")
          + " teacher over the same seeds to compare it with.";
    }
    return "Worst-class accuracy on test against the standard student of "
        + teacher
        + ", paired over seeds, with the 95 % t-interval"
        + (row.combination().repeats().severalSplits() ? " of Nadeau and Bengio: " : ": ")
        + Percent.points(difference)
        + ".";
  }
}
