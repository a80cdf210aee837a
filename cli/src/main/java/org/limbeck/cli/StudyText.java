package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.RunRecord;
import org.limbeck.study.SavedPasses;
import org.limbeck.study.StudyPlan;
import org.limbeck.study.recipe.Recipe;
import org.limbeck.workflow.StudyWorkflow;

/** A finished study as the console shows it. */
final class StudyText {
  private static final List<String> HEADER =
      List.of(
          "teacher", "student", "accuracy", "balanced", "worst class", "worst k", "vs std/std", "");

  private StudyText() {}

  static String of(StudyPlan plan, StudyWorkflow.Result result) {
    var text = new StringBuilder();
    text.append(
        "%s: %s seed%s, test split; %%, mean ± half-width of the 95 %% interval over seeds%n"
            .formatted(plan.name(), plan.seeds().size(), plan.seeds().size() == 1 ? "" : "s"));
    List<RunRecord> runs = result.leaderboard().runs();
    text.append("%s%n%n".formatted(runs.get(0).data().protocol()));
    TextTable table = new TextTable(HEADER, 2);
    for (Leaderboard.Row row : result.leaderboard().rows()) {
      table.add(cells(result.leaderboard(), row));
    }
    text.append(table);
    text.append("%n* on the front of accuracy and worst-class accuracy%n".formatted());
    text.append(choice(plan, result.leaderboard()));
    SavedPasses.of(runs).ifPresent(passes -> text.append("%s%n".formatted(passes.text())));
    text.append(files(result));
    return text.toString();
  }

  private static List<String> cells(Leaderboard leaderboard, Leaderboard.Row row) {
    Recipe student = row.combination().student();
    List<String> cells = new ArrayList<>();
    cells.add(leaderboard.teacherName(row));
    cells.add(student == null ? "-" : student.label());
    for (Metric metric : Metric.values()) {
      cells.add(percent(row.of(metric), false));
    }
    cells.add(row.difference() == null ? "" : percent(row.difference(), true));
    cells.add((row.onFront() ? "*" : " ") + (row.selected() ? " selected" : ""));
    return cells;
  }

  private static String percent(@Nullable Interval interval, boolean signed) {
    if (interval == null) {
      return "";
    }
    String mean = String.format(Locale.ROOT, signed ? "%+.1f" : "%.1f", 100 * interval.mean());
    return interval.high() == null
        ? mean
        : mean
            + String.format(
                Locale.ROOT,
                signed ? " ± %.1f" : " ± %4.1f",
                100 * (interval.high() - interval.mean()));
  }

  private static String choice(StudyPlan plan, Leaderboard leaderboard) {
    Optional<Leaderboard.Row> selected = leaderboard.selected();
    if (selected.isEmpty()) {
      return "Nothing selected: no combination reaches select.minAccuracy %s on validation%n"
          .formatted(plan.selection().minAccuracy());
    }
    Leaderboard.Row row = selected.get();
    String difference =
        row.difference() == null
            ? ""
            : "; worst class %s points against standard/standard"
                .formatted(percent(row.difference(), true));
    return "Selected on validation: teacher %s, student %s%s%n"
        .formatted(
            leaderboard.teacherName(row),
            row.combination().label().replaceFirst("^.* / ", ""),
            difference);
  }

  private static String files(StudyWorkflow.Result result) {
    Path directory = result.directory();
    return "%nreport   %s%ntable    %s%n"
            .formatted(directory.resolve("report.html"), directory.resolve("leaderboard.csv"))
        + result.exported().map("model    %s%n"::formatted).orElse("");
  }
}
