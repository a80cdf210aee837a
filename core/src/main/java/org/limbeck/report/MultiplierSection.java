package org.limbeck.report;

import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Strata;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.report.chart.MultiplierChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.store.RunRecord;
import org.limbeck.train.EpochRecord;

/** How the multipliers of a robust student moved. */
final class MultiplierSection {
  private final Html html;
  private final ReportInput input;

  MultiplierSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    html.open("section", "id", "multipliers").element("h2", "Multipliers over epochs");
    robust()
        .ifPresentOrElse(
            this::section,
            () ->
                html.element(
                    "p", "No student is robust, so no multipliers moved.", "class", "lead"));
    html.close("section");
  }

  private Optional<Leaderboard.Row> robust() {
    return input
        .shown()
        .filter(MultiplierSection::isRobust)
        .or(
            () ->
                input.leaderboard().students().stream()
                    .filter(MultiplierSection::isRobust)
                    .findFirst());
  }

  private static boolean isRobust(Leaderboard.Row row) {
    Recipe student = row.combination().student();
    return student != null && student.movesCosts();
  }

  private void section(Leaderboard.Row row) {
    RunRecord run = input.drawn(row);
    List<EpochRecord> epochs = input.history().apply(run);
    if (epochs.isEmpty()) {
      html.element("p", "The run has no epochs on record.", "class", "lead");
      return;
    }
    Strata strata = strata(run);
    html.element("p", lead(row, run, strata), "class", "lead");
    html.open("figure", "class", "chart wide");
    new MultiplierChart(html, strata.names(), epochs).draw();
    html.close("figure");
  }

  /** The parts of the data that have a multiplier in a run. */
  private Strata strata(RunRecord run) {
    GroupMetrics groups = run.test().groups();
    List<String> names = groups == null ? List.of() : groups.names();
    return new Strata(run.spec().recipe().costs().by(), input.classNames(), names);
  }

  private static String noun(Strata.By by) {
    return switch (by) {
      case CLASS -> "class";
      case GROUP -> "group";
      case CLASS_AND_GROUP -> "class in a group";
    };
  }

  private static String lead(Leaderboard.Row row, RunRecord run, Strata strata) {
    String text =
        "%s: %s, seed %d. A %s with a larger risk on %s gets a larger share; %s The axis is"
            + " logarithmic.";
    return text.formatted(
        row.selected() ? "The selected student" : "The first robust student",
        row.combination().label(),
        run.spec().seed(),
        noun(strata.by()),
        source(run.spec().recipe().costs()),
        begin(run.spec().recipe().costs(), strata.size()));
  }

  private static String source(Costs costs) {
    boolean batches =
        costs
            .moving()
            .filter(moving -> moving.source() == MultiplierOptions.RiskSource.TRAINING_BATCH)
            .isPresent();
    return batches ? "the training batches" : "validation";
  }

  /** Where the multipliers begin, and what the dashed line of the chart is. */
  private static String begin(Costs costs, int parts) {
    String line = "1/%d = %s, the dashed line".formatted(parts, Numbers.plain(1.0 / parts));
    return costs instanceof AdvShiftCosts
        ? "each begins at its share of the training labels; a uniform share is %s.".formatted(line)
        : "all begin uniform at %s.".formatted(line);
  }
}
