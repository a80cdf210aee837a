package org.limbeck.report;

import java.util.Optional;
import org.limbeck.metric.Interval;
import org.limbeck.study.DataSummary;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.Role;
import org.limbeck.study.RunRecord;

/** What the study is, what to ship, and what the data looks like. */
final class SummarySection {
  private static final int CLASSES_SHOWN = 40;

  private SummarySection() {}

  static void add(Html html, String name, Leaderboard leaderboard) {
    RunRecord first = leaderboard.rows().get(0).combination().runs().get(0);
    html.element("h1", name);
    html.raw("<p class=\"ship\">").raw(Html.escape(verdict(leaderboard))).raw("</p>\n");
    html.raw("<dl>\n");
    term(
        html,
        "Data",
        "%s, fingerprint %s"
            .formatted(first.data().name(), first.data().fingerprint().substring(0, 12)));
    term(html, "Teacher", network(leaderboard, Role.TEACHER));
    term(html, "Student", network(leaderboard, Role.STUDENT));
    term(html, "Seeds", leaderboard.rows().get(0).combination().seeds().toString());
    html.raw("</dl>\n");
    counts(html, first.data());
  }

  private static void term(Html html, String key, String value) {
    html.element("dt", key).element("dd", value);
  }

  private static String network(Leaderboard leaderboard, Role role) {
    return leaderboard.rows().stream()
        .map(row -> row.combination().runs().get(0))
        .filter(run -> run.spec().role() == role)
        .findFirst()
        .map(run -> "%s, %,d parameters".formatted(run.spec().network(), run.parameters()))
        .orElse("none");
  }

  private static String verdict(Leaderboard leaderboard) {
    Optional<Leaderboard.Row> selected = leaderboard.selected();
    if (selected.isEmpty()) {
      return "Nothing is selected: no combination reaches the floor on validation accuracy.";
    }
    Leaderboard.Row row = selected.get();
    Interval worst = row.of(Metric.WORST_CLASS_ACCURACY);
    String difference =
        row.difference() == null
            ? ""
            : ", %s points against standard / standard".formatted(signed(row.difference()));
    return "Ship the student of %s: worst-class accuracy %s %%%s; accuracy %s %%. Chosen on validation."
        .formatted(
            row.combination().label(),
            Html.percent(worst),
            difference,
            Html.percent(row.of(Metric.ACCURACY)));
  }

  static String signed(Interval difference) {
    return (difference.mean() >= 0 ? "+" : "") + Html.percent(difference);
  }

  private static void counts(Html html, DataSummary data) {
    int largest = data.trainCounts().stream().mapToInt(count -> count).max().orElse(1);
    html.raw("<details>\n<summary>Examples of each class</summary>\n<div class=\"wide\"><table>\n");
    html.raw("<tr><th>class</th><th>train</th><th></th><th>validation</th><th>test</th></tr>\n");
    int shown = Math.min(CLASSES_SHOWN, data.classNames().size());
    for (int y = 0; y < shown; y++) {
      html.raw("<tr>").element("th scope=\"row\"", data.classNames().get(y));
      html.format("<td>%d</td>", data.trainCounts().get(y));
      html.format(
          "<td class=\"bar\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"><rect class=\"train\" width=\"%.1f\" height=\"8\"/></svg></td>",
          100.0 * data.trainCounts().get(y) / largest);
      html.format(
          "<td>%d</td><td>%d</td></tr>\n",
          data.validationCounts().get(y), data.testCounts().get(y));
    }
    html.raw("</table></div>\n");
    if (shown < data.classNames().size()) {
      html.element("p", "The first %d of %d classes.".formatted(shown, data.classNames().size()));
    }
    html.raw("</details>\n");
  }
}
