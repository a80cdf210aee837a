package org.limbeck.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.compare.ChoiceSentences;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.ShipWarnings;
import org.limbeck.compare.Shipped;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** Says in sentences which combination to ship, or why none. */
final class Verdict {
  private final Html html;
  private final ReportInput input;

  Verdict(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    Optional<Leaderboard.Row> selected = input.leaderboard().selected();
    html.open("div", "class", selected.isPresent() ? "verdict" : "verdict none");
    selected.ifPresentOrElse(this::selected, this::nothing);
    ShipWarnings.of(input.leaderboard(), input.selection()).forEach(this::warning);
    html.close("div");
  }

  private void selected(Leaderboard.Row row) {
    html.open("p", "class", "ship").text("Ship ");
    html.element("strong", row.combination().label()).close("p");
    Shipped.of(input.leaderboard(), input.selection()).ifPresent(new ShippedFile(html)::write);
    html.open("p");
    SplitMetric chosenBy = SplitMetric.chosenBy(input.selection());
    if (chosenBy != SplitMetric.WORST_CLASS_ACCURACY) {
      metric(row, chosenBy, seeds(row));
      html.text(
          Leaderboard.gain(row, input.leaderboard().standard(), chosenBy)
                  .map(this::gained)
                  .orElse("")
              + ". ");
    }
    boolean first = chosenBy == SplitMetric.WORST_CLASS_ACCURACY;
    metric(row, SplitMetric.WORST_CLASS_ACCURACY, first ? seeds(row) : "");
    html.text(difference(row) + ". " + accuracy(row) + baseline(row));
    html.text(" Chosen on validation; these numbers are of the test split.").close("p");
    html.open("p", "class", "choice");
    html.text(String.join(" ", ChoiceSentences.of(input.leaderboard(), input.selection())));
    html.close("p");
  }

  private void warning(String text) {
    html.open("p", "class", "warning").element("strong", "Warning:").text(" " + text).close("p");
  }

  /** What the figures that follow are; a single seed is the file itself. */
  private static String seeds(Leaderboard.Row row) {
    int seeds = row.combination().runs().size();
    return seeds == 1 ? "" : "Mean over " + Numbers.count(seeds, "seed") + ": ";
  }

  private void metric(Leaderboard.Row row, SplitMetric metric, String before) {
    double mean = row.of(metric).mean();
    html.text(before + (before.isEmpty() ? metric.title() : metric.words()) + " ");
    html.element("strong", Numbers.percent(mean), "data-value", Numbers.exact(mean));
    html.text(interval(row, metric));
  }

  private static String interval(Leaderboard.Row row, SplitMetric metric) {
    String ends = Numbers.ends(row.of(metric));
    return ends == null
        ? " (one seed, so no interval)"
        : " (95\u00a0%% interval %s)".formatted(ends);
  }

  private String difference(Leaderboard.Row row) {
    Interval difference = row.difference();
    if (row.combination().isStandard() || difference == null) {
      return "";
    }
    return gained(difference);
  }

  private String gained(Interval difference) {
    return ", " + points(difference) + " on " + standardName() + doubt(difference);
  }

  private String standardName() {
    return input
        .leaderboard()
        .standard()
        .map(row -> row.combination().label())
        .orElse(Reference.STANDARD.label());
  }

  private static String points(Interval difference) {
    String text = Numbers.points(difference.mean()) + " points";
    String ends = Numbers.ends(difference);
    return ends == null ? text : text + " (" + ends + ")";
  }

  /** What distillation gained over the same network without a teacher. */
  private String baseline(Leaderboard.Row row) {
    Optional<Leaderboard.Row> baseline = input.leaderboard().baseline();
    Optional<Interval> worst = Leaderboard.gain(row, baseline, SplitMetric.WORST_CLASS_ACCURACY);
    Optional<Interval> accuracy = Leaderboard.gain(row, baseline, SplitMetric.ACCURACY);
    if (worst.isEmpty() || accuracy.isEmpty()) {
      return "";
    }
    return " Over the same network without a teacher, %s, worst class %s%s; accuracy %s."
        .formatted(
            baseline.orElseThrow().combination().label(),
            points(worst.get()),
            doubt(worst.get()),
            points(accuracy.get()));
  }

  private static String doubt(Interval difference) {
    Double low = difference.low();
    Double high = difference.high();
    boolean unsettled = low != null && high != null && low <= 0 && high >= 0;
    return unsettled ? ", an interval that includes 0: these seeds do not settle it" : "";
  }

  private String accuracy(Leaderboard.Row row) {
    double accuracy = row.of(SplitMetric.ACCURACY).mean();
    String text = "Accuracy " + Numbers.percent(accuracy);
    Optional<Leaderboard.Row> standard = input.leaderboard().standard();
    if (row.combination().isStandard()) {
      return text + ". It is " + standardName() + " itself.";
    }
    return standard
        .map(other -> Numbers.percent(other.of(SplitMetric.ACCURACY).mean()))
        .map(other -> text + "; " + standardName() + " has " + other + ".")
        .orElse(text + ".");
  }

  private void nothing() {
    html.element("p", "Nothing selected", "class", "ship");
    html.element("p", reason(input.selection().minAccuracy()));
  }

  private String reason(@Nullable Double floor) {
    if (input.leaderboard().students().isEmpty()) {
      return "This study has no students to choose from.";
    }
    return floor == null
        ? "No student was chosen."
        : "No student reaches the floor: a mean accuracy of %s or more on validation."
            .formatted(Numbers.percent(floor));
  }
}
