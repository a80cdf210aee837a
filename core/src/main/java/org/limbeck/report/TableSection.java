package org.limbeck.report;

import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.RunSpec;

/** The leaderboard; cells carry the numbers of leaderboard.csv at full precision. */
final class TableSection {
  private TableSection() {}

  static void add(Html html, Leaderboard leaderboard) {
    html.element("h2", "All combinations");
    html.raw("<div class=\"wide\"><table id=\"leaderboard\">\n<caption>Test split, in %: mean");
    html.raw(" and 95 % interval over seeds</caption>\n<tr><th>teacher</th><th>student</th>");
    html.raw("<th>accuracy</th><th>balanced</th><th>worst class</th><th>worst k</th>");
    html.raw("<th>worst class against standard / standard</th><th></th></tr>\n");
    leaderboard.rows().forEach(row -> row(html, leaderboard, row));
    html.raw("</table></div>\n");
  }

  private static void row(Html html, Leaderboard leaderboard, Leaderboard.Row row) {
    RunSpec.ObjectiveSpec student = row.combination().student();
    html.format(
        "<tr class=\"%s%s\">",
        student == null ? "teacher" : "student", row.selected() ? " selected" : "");
    html.element("th scope=\"row\"", leaderboard.teacherName(row));
    html.element("td", student == null ? "(itself)" : student.label());
    for (Metric metric : Metric.values()) {
      cell(html, metric.label(), row.of(metric), "");
    }
    Interval difference = row.difference();
    cell(
        html,
        "worst_class_difference",
        difference,
        difference != null && difference.mean() > 0 ? "+" : "");
    html.element(
        "td class=\"mark\"", (row.onFront() ? "front " : "") + (row.selected() ? "selected" : ""));
    html.raw("</tr>\n");
  }

  private static void cell(Html html, String name, @Nullable Interval interval, String sign) {
    if (interval == null) {
      html.raw("<td></td>");
      return;
    }
    html.format("<td data-metric=\"%s\">", name);
    number(html, "mean", interval.mean(), sign);
    if (interval.low() != null && interval.high() != null) {
      html.raw("<small>[");
      number(html, "low", interval.low(), "");
      html.raw(", ");
      number(html, "high", interval.high(), "");
      html.raw("]</small>");
    }
    html.raw("</td>");
  }

  private static void number(Html html, String kind, double value, String sign) {
    html.format("<data class=\"%s\" value=\"%s\">", kind, Double.toString(value));
    html.raw(sign).raw(Html.percent(value)).raw("</data>");
  }
}
