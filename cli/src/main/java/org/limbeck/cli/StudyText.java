package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.SavedPasses;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.RunRecord;
import org.limbeck.workflow.StudyWorkflow;

/** A finished study as the console shows it. */
final class StudyText {
  private StudyText() {}

  static String of(StudyPlan plan, StudyWorkflow.Result result) {
    var text = new StringBuilder();
    text.append(
        "%s: %s seed%s, test split; %%, mean ± half-width of the 95 %% interval over seeds%n"
            .formatted(plan.name(), plan.seeds().size(), plan.seeds().size() == 1 ? "" : "s"));
    List<RunRecord> runs = result.leaderboard().runs();
    text.append("%s%n%n".formatted(runs.get(0).data().protocol()));
    text.append(StudyTable.of(result.leaderboard()));
    text.append(choice(plan, result.leaderboard()));
    result.leaderboard().selected().ifPresent(row -> text.append(worstGroup(plan, row)));
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
            differences(row));
  }

  /** What it was chosen by, where that is not the worst class, and what was gained in it. */
  private static String chosenBy(StudyPlan plan, Leaderboard leaderboard, Leaderboard.Row row) {
    SplitMetric metric = SplitMetric.chosenBy(plan.selection());
    if (metric == SplitMetric.WORST_CLASS_ACCURACY) {
      return "";
    }
    String gain =
        leaderboard
            .gain(row, metric)
            .map(
                gained ->
                    " %s points against standard/standard".formatted(StudyTable.points(gained)))
            .orElse("");
    return "; chosen by %s, %.1f %%%s".formatted(metric.words(), 100 * row.of(metric).mean(), gain);
  }

  /** The worst group of the exported seed, where the data have groups. */
  private static String worstGroup(StudyPlan plan, Leaderboard.Row row) {
    RunRecord run = row.run(plan.selection());
    GroupMetrics groups = run.delivered().test().groups();
    if (groups == null) {
      return "";
    }
    ClassMetrics metrics = groups.group();
    int worst = metrics.worstClass();
    int count = metrics.classCount().get(worst);
    return "Its worst group, seed %d: %s with %.1f %% of %d examples%s; with 95 %% confidence no group is truly below %.1f %%%n"
        .formatted(
            run.spec().seed(),
            groups.names().get(worst),
            100 * metrics.worstClassAccuracy(),
            count,
            GroupMetrics.few(count) ? ", which are few" : "",
            100 * metrics.worstClassLowerBound());
  }

  private static String differences(Leaderboard.Row row) {
    List<String> differences = new ArrayList<>();
    for (Reference reference : Reference.values()) {
      Comparison comparison = row.against(reference);
      if (comparison != null) {
        String against = reference.label().replace(" ", "");
        differences.add(
            "%s points against %s".formatted(StudyTable.points(comparison.difference()), against));
      }
    }
    return differences.isEmpty() ? "" : "; worst class " + String.join(", ", differences);
  }

  private static String files(StudyWorkflow.Result result) {
    Path directory = result.directory();
    return "%nreport   %s%ntable    %s%n"
            .formatted(directory.resolve("report.html"), directory.resolve("leaderboard.csv"))
        + result.exported().map("model    %s%n"::formatted).orElse("");
  }
}
