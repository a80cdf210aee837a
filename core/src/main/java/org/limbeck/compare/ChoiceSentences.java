package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.plan.SelectionPlan;

/** How sure the choice of a study is, and what a perfect one would have gained, in sentences. */
public final class ChoiceSentences {
  private ChoiceSentences() {}

  /** The sentences on a study; none where nothing is selected. */
  public static List<String> of(Leaderboard leaderboard, SelectionPlan plan) {
    List<String> sentences = new ArrayList<>();
    Choice.of(leaderboard, plan)
        .ifPresent(
            choice -> {
              sentences.add(lead(choice));
              sentences.add(more(choice));
            });
    SelectionRegret.of(leaderboard, plan).map(ChoiceSentences::regret).ifPresent(sentences::add);
    return List.copyOf(sentences);
  }

  private static String lead(Choice choice) {
    String judged =
        "Judged by validation examples that drove no student that they judge, its %s is %s"
            .formatted(choice.measure().words(), percent(choice.judged(choice.selected())));
    Combination next = choice.next();
    if (next == null) {
      return judged + "; there was no other student to choose.";
    }
    double lead = choice.lead();
    String other = next.label() + " has " + percent(choice.judged(next));
    if (lead < 0) {
      return "%s; %s, %s more, which is within one standard error (%s), and a lower accuracy: among students that close, the most accurate one is selected."
          .formatted(judged, other, points(-lead), points(choice.leadError()));
    }
    String noise =
        lead > choice.leadError() ? "more than one standard error" : "within one standard error";
    return "%s; the next, %s: %s less, %s (%s)."
        .formatted(judged, other, points(lead), noise, points(choice.leadError()));
  }

  private static String more(Choice choice) {
    return "Its worst class is judged by %d validation examples; %d, four times as many, would halve the standard error that comes from their number."
        .formatted(choice.examples(), choice.examplesForHalf());
  }

  private static String regret(SelectionRegret regret) {
    if (regret.regret() == 0) {
      return "Selection regret: 0.0 points; no student has a higher %s on test."
          .formatted(regret.measure().words());
    }
    return "Selection regret: %s; in hindsight %s has the highest %s on test. Hindsight is no choice that anyone could have made."
        .formatted(
            points(regret.regret()), regret.best().label(), regret.measure().words());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.1f points", 100 * share);
  }

  /** The rule of the choice, in a sentence. */
  public static Optional<String> rule(Leaderboard leaderboard, SelectionPlan plan) {
    return Choice.of(leaderboard, plan)
        .map(
            choice ->
                "Of the students within one standard error of the highest %s on validation examples that drove no student that they judge, it has the highest accuracy on these examples."
                    .formatted(choice.measure().words()));
  }
}
