package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.CheapFront;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** What shifting scores after training gives, against training for the worst class. */
final class CheapFrontSection {
  private static final String LEAD =
      "Post-shift moves a trained student\u2019s scores towards its weak classes and trains nothing. Each"
          + " student is shown with the radius delta that validation prefers; values are of test.";
  private static final String CAPTION =
      "Students as trained and with their scores shifted, in percent; the gain is of worst-class"
          + " accuracy, seed by seed, in points.";

  private final Html html;
  private final LeaderboardCells cells;
  private final CheapFront cheap;

  CheapFrontSection(Html html, ReportInput input) {
    this.html = html;
    cells = new LeaderboardCells(html);
    cheap = input.cheapFront();
  }

  /** Writes nothing where no student was shifted. */
  void write() {
    if (cheap.shifts().isEmpty()) {
      return;
    }
    html.open("section", "id", "cheap-front").element("h2", "What a shift alone gives");
    html.element("p", LEAD, "class", "lead");
    answer();
    table();
    html.close("section");
  }

  private void answer() {
    CheapFront.Answer answer = cheap.answer();
    if (answer == null) {
      return;
    }
    html.open("p", "class", "answer").element("strong", verdict(answer.gain()));
    html.text(
        " Chosen on validation, the best trained student, %s, has %s on its worst class; the best shift of a student trained with standard costs, %s, has %s: %s."
            .formatted(
                name(answer.trained()),
                worstClass(answer.trained()),
                name(answer.cheap()),
                worstClass(answer.cheap()),
                points(answer.gain())));
    html.close("p");
  }

  private static String verdict(Interval gain) {
    Double low = gain.low();
    Double high = gain.high();
    if (low == null || high == null) {
      return "One seed cannot tell training and a shift apart.";
    }
    if (low > 0) {
      return "Training for the worst class gains over a shift.";
    }
    return high < 0
        ? "A shift does better than training for the worst class."
        : "Training for the worst class is not told apart from a shift, which is cheaper.";
  }

  private static String points(Interval gain) {
    String mean = Numbers.points(gain.mean()) + " points";
    Double low = gain.low();
    Double high = gain.high();
    return low == null || high == null
        ? mean
        : "%s (95\u00a0%% interval %s to %s)"
            .formatted(mean, Numbers.points(low), Numbers.points(high));
  }

  private static String name(Leaderboard.Row row) {
    return row.combination().label();
  }

  private static String worstClass(Leaderboard.Row row) {
    return Numbers.percent(row.of(SplitMetric.WORST_CLASS_ACCURACY).mean());
  }

  private void table() {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr");
    List<String> columns =
        List.of("Student", "Accuracy", "Worst class", "Delta", "Accuracy", "Worst class", "Gain");
    columns.forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    cheap.shifts().forEach(this::row);
    html.close("tbody");
    Tables.close(html);
  }

  private void row(CheapFront.Shift shift) {
    html.open("tr").element("th", name(shift.trained()), "scope", "row");
    shares(shift.trained());
    html.element("td", delta(shift.shifted()));
    shares(shift.shifted());
    cells.difference(shift.gain());
    html.close("tr");
  }

  private void shares(Leaderboard.Row row) {
    cells.share(row.of(SplitMetric.ACCURACY), "");
    cells.share(row.of(SplitMetric.WORST_CLASS_ACCURACY), "");
  }

  private static String delta(Leaderboard.Row row) {
    var student = row.combination().student();
    Double delta = student == null ? null : student.postHoc().delta();
    return delta == null ? "\u2013" : Numbers.plain(delta);
  }
}
