package org.limbeck.report;

import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.metric.BootstrapFront;
import org.limbeck.report.chart.Legend;
import org.limbeck.report.chart.ScatterChart;
import org.limbeck.report.chart.SeriesStyles;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** Accuracy against worst-class accuracy: what one costs in terms of the other. */
final class ScatterSection {
  private static final String MEANS =
      "Each mark is a mean over seeds on test; its whiskers are 95\u00a0% intervals.";
  private static final String SINGLES = "Each mark is one seed on test.";
  private static final String SHARES =
      " The paler a student is, the less often it is on the front when the seeds are drawn anew:"
          + " solid in all of %s resamples, palest in none.";
  private static final String NO_SHARES =
      " How sure the front is cannot be told: that takes two seeds or more.";
  private static final String FRONT =
      " The Pareto front, a dashed line, has %s that no other beats in one without losing in the"
          + " other.";
  private static final String CHEAP =
      " The dotted line is the front of what shifting scores alone gives.";
  private static final String APART =
      " Marks that would cover one another are set apart, each with a line to the dot where it belongs.";

  private final Html html;
  private final ReportInput input;
  private final SeriesStyles groups;

  ScatterSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
    groups = SeriesStyles.of(input.leaderboard());
  }

  void write() {
    html.open("section", "id", "trade-off").element("h2", "Accuracy against worst class");
    html.element("p", text(), "class", "lead");
    html.open("figure", "class", "chart wide");
    new ScatterChart(html, input.leaderboard(), input.cheapFront().front(), groups).draw();
    html.open("figcaption");
    legends();
    html.close("figcaption").close("figure").close("section");
  }

  private String text() {
    Optional<Leaderboard.Row> selected = input.leaderboard().selected();
    var text = new StringBuilder(input.severalSeeds() ? MEANS : SINGLES);
    selected.ifPresent(row -> text.append(" The ringed one is selected."));
    long front = input.leaderboard().students().stream().filter(Leaderboard.Row::onFront).count();
    if (front > 0) {
      text.append(FRONT.formatted(Numbers.count(front, "student")));
      text.append(shares());
    }
    if (!input.cheapFront().front().isEmpty()) {
      text.append(CHEAP);
    }
    if (selected.filter(row -> !row.onFront()).isPresent()) {
      text.append(" The selected one is not on it: it was chosen on validation.");
    }
    return text.append(APART).toString();
  }

  private String shares() {
    return input.frontShares()
        ? SHARES.formatted(Numbers.whole(BootstrapFront.RESAMPLES))
        : NO_SHARES;
  }

  private String colours() {
    String title = "Colour: student objective";
    return input.cheapFront().front().isEmpty() ? title : title + "; outlined: its scores shifted";
  }

  private void legends() {
    List<Legend.Entry> students = groups.studentEntries();
    if (!students.isEmpty()) {
      Legend.write(html, colours(), students);
    }
    Legend.write(
        html, "Shape: its teacher; hollow: the teacher itself", groups.teacherEntries("hollow"));
  }
}
