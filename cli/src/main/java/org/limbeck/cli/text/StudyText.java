package org.limbeck.cli.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.compare.ChoiceSentences;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.SavedPasses;
import org.limbeck.compare.ShipWarnings;
import org.limbeck.compare.Shipped;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.metric.Interval;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunRecord;
import org.limbeck.workflow.StudyWorkflow;

/** A finished study as the console shows it. */
public final class StudyText {
  private StudyText() {}

  public static String of(StudyPlan plan, StudyWorkflow.Result result) {
    var text = new StringBuilder();
    text.append(
        "%s: %s seed%s, test split; %%, mean ± half-width of the 95 %% interval over %s%n"
            .formatted(
                plan.name(),
                plan.seeds().size(),
                plan.seeds().size() == 1 ? "" : "s",
                result.leaderboard().repeats().severalSplits() ? "splits" : "seeds"));
    List<RunRecord> runs = result.leaderboard().runs();
    text.append("%s%n%n".formatted(runs.get(0).data().protocol()));
    text.append(StudyTable.of(result.leaderboard()));
    text.append(choice(plan, result.leaderboard()));
    ChoiceSentences.of(result.leaderboard(), plan.selection())
        .forEach(sentence -> text.append(sentence).append(System.lineSeparator()));
    Shipped.of(result.leaderboard(), plan.selection())
        .ifPresent(shipped -> text.append(file(shipped)).append(worstGroup(shipped)));
    ShipWarnings.of(result.leaderboard(), plan.selection())
        .forEach(warning -> text.append("Warning: %s%n".formatted(warning)));
    SavedPasses.of(runs).ifPresent(passes -> text.append("%s%n".formatted(passes.text())));
    text.append(files(result));
    return text.toString();
  }

  private static String choice(StudyPlan plan, Leaderboard leaderboard) {
    Optional<Leaderboard.Row> selected = leaderboard.selected();
    if (selected.isEmpty()) {
      return "Nothing selected: no combination reaches select.minAccuracy %s on validation%n"
          .formatted(plan.selection().minAccuracy());
    }
    Leaderboard.Row row = selected.get();
    return "Selected on validation: teacher %s, student %s%s%s%n"
        .formatted(
            leaderboard.teacherName(row),
            row.combination().label().replaceFirst("^.* / ", ""),
            chosenBy(plan, leaderboard, row),
            differences(leaderboard, row));
  }

  /** What it was chosen by, where that is not the worst class, and what was gained in it. */
  private static String chosenBy(StudyPlan plan, Leaderboard leaderboard, Leaderboard.Row row) {
    SplitMetric metric = SplitMetric.chosenBy(plan.selection());
    if (metric == SplitMetric.WORST_CLASS_ACCURACY) {
      return "";
    }
    String gain =
        Leaderboard.gain(row, leaderboard.standard(), metric)
            .map(
                gained ->
                    " %s points against %s"
                        .formatted(
                            StudyTable.points(gained),
                            leaderboard.label(Reference.STANDARD).replace(" ", "")))
            .orElse("");
    return "; chosen by %s, %.1f %%%s".formatted(metric.words(), 100 * row.of(metric).mean(), gain);
  }

  /** The file's own results, which are not the means of the table. */
  private static String file(Shipped shipped) {
    ClassMetrics test = shipped.test();
    return "Exported, seed %d: worst class %s with %.1f %% of %d examples%s; with 95 %% confidence no class is truly below %s; accuracy %.1f %%%n"
        .formatted(
            shipped.seed(),
            shipped.worstClass(),
            100 * test.worstClassAccuracy(),
            shipped.worstClassExamples(),
            shipped.few() ? ", which are few" : "",
            lower(test.worstClassLowerBound()),
            100 * test.accuracy());
  }

  /** A lower bound, rounded down: what is shown holds too. */
  private static String lower(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.FLOOR) + " %";
  }

  /** The worst group of the exported seed, where the data have groups. */
  private static String worstGroup(Shipped shipped) {
    GroupMetrics groups = shipped.run().test().groups();
    if (groups == null) {
      return "";
    }
    ClassMetrics metrics = groups.group();
    int worst = metrics.worstClass();
    int count = metrics.classCount().get(worst);
    return "Its worst group, seed %d: %s with %.1f %% of %d examples%s; with 95 %% confidence no group is truly below %s%n"
        .formatted(
            shipped.seed(),
            groups.names().get(worst),
            100 * metrics.worstClassAccuracy(),
            count,
            FewExamples.onTest(count) ? ", which are few" : "",
            lower(metrics.worstClassLowerBound()));
  }

  private static String differences(Leaderboard leaderboard, Leaderboard.Row row) {
    List<String> differences = new ArrayList<>();
    for (Reference reference : Reference.values()) {
      Comparison comparison = row.against(reference);
      if (comparison != null) {
        String against = leaderboard.label(reference).replace(" ", "");
        differences.add(against(comparison.difference(), against));
      }
    }
    Leaderboard.gain(row, leaderboard.baseline(), SplitMetric.WORST_CLASS_ACCURACY)
        .ifPresent(gained -> differences.add(against(gained, "no teacher")));
    return differences.isEmpty() ? "" : "; worst class " + String.join(", ", differences);
  }

  private static String against(Interval difference, String other) {
    return "%s points against %s".formatted(StudyTable.points(difference), other);
  }

  private static String files(StudyWorkflow.Result result) {
    Path directory = result.directory();
    return "%nreport   %s%ntable    %s%n"
            .formatted(directory.resolve("report.html"), directory.resolve("leaderboard.csv"))
        + result.exported().map("model    %s%n"::formatted).orElse("");
  }
}
