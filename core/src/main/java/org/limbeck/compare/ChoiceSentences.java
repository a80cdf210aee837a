package org.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.DataSummary;
import org.limbeck.store.judging.Unjudged;

/** How sure the choice of a study is, and what a perfect one would have gained, in sentences. */
public final class ChoiceSentences {
  private static final String RULE =
      " Of students within one standard error of the best, the most accurate one is selected.";

  /** What is less is shown as 0.0 points. */
  private static final double SHOWN = 0.0005;

  private ChoiceSentences() {}

  /** The sentences on a study; none where nothing is selected. */
  public static List<String> of(Leaderboard leaderboard, SelectionPlan plan) {
    List<String> sentences = new ArrayList<>();
    Choice.of(leaderboard, plan)
        .ifPresent(
            choice -> {
              sentences.add(lead(choice));
              sentences.add(more(choice));
              Unjudged.sentence(unjudged(choice.selected())).ifPresent(sentences::add);
            });
    SelectionRegret.of(leaderboard, plan).map(ChoiceSentences::regret).ifPresent(sentences::add);
    return List.copyOf(sentences);
  }

  private static String lead(Choice choice) {
    String judged =
        "Judged by validation examples that drove none of the students they judge: %s %s."
            .formatted(choice.measure().words(), percent(choice.judged(choice.selected())));
    return judged
        + choice
            .lead()
            .map(
                lead ->
                    " The next, %s, was judged %s.".formatted(lead.next().label(), text(lead))
                        + RULE)
            .orElse(" There was no other student to choose.");
  }

  private static String text(Lead lead) {
    String noise = tenths(lead.half()) + " points";
    String over = over(lead.repeats());
    if (Math.abs(lead.mean()) < SHOWN) {
      return "as good (± %s, %s)".formatted(noise, over);
    }
    return "%s ± %s %s (%s): %sbeyond noise"
        .formatted(
            tenths(Math.abs(lead.mean())),
            noise,
            lead.mean() < 0 ? "better" : "worse",
            over,
            lead.beyondNoise() ? "" : "not ");
  }

  private static String over(Repeats repeats) {
    if (repeats.runs() == 1) {
      return "95 % interval by the number of examples";
    }
    return "95 %% interval over %s %s"
        .formatted(repeats.runs(), repeats.severalSplits() ? "splits" : "seeds");
  }

  /** What more validation examples would gain. */
  private static String more(Choice choice) {
    OptionalInt all = choice.validationExamples();
    int judging = choice.examples();
    String part =
        switch (choice.measure().metric()) {
          case WORST_GROUP_ACCURACY -> "group";
          case WORST_CLASS_IN_GROUP_ACCURACY -> "class in a group";
          default -> "class";
        };
    String judged =
        all.isPresent() && all.getAsInt() > judging
            ? "%s of its %s validation examples".formatted(judging, all.getAsInt())
            : count(judging);
    return "Its worst %s is judged by %s; %s, four times as many, would halve the standard error of one training that comes from their number, %s."
        .formatted(
            part, judged, 4 * all.orElse(judging), tenths(choice.errorOfExamples()) + " points");
  }

  private static String count(int examples) {
    return examples == 1 ? "1 validation example" : examples + " validation examples";
  }

  /** Classes whose validation examples all drive, in any run. */
  private static Map<String, Integer> unjudged(Combination student) {
    Map<String, Integer> unjudged = new LinkedHashMap<>();
    for (int i = 0; i < student.judged().size(); i++) {
      DataSummary data = student.runs().get(i).data();
      List<Integer> judging = student.judged().get(i).classes().examples();
      for (int y = 0; y < judging.size(); y++) {
        if (judging.get(y) == 0 && data.validationCounts().get(y) > 0) {
          unjudged.put(data.classNames().get(y), data.validationCounts().get(y));
        }
      }
    }
    return unjudged;
  }

  private static String regret(SelectionRegret regret) {
    String measure = regret.measure().words();
    return Math.abs(regret.regret()) < SHOWN
        ? "Selection regret: 0.0 points; on test no student has a higher %s, to a tenth of a point."
            .formatted(measure)
        : "Selection regret: %s points; on test %s has the highest %s. No rule could have known this before the test."
            .formatted(tenths(regret.regret()), regret.best().label(), measure);
  }

  private static String percent(double share) {
    return tenths(share) + " %";
  }

  private static String tenths(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
