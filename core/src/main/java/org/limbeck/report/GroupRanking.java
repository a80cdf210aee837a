package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Tables;

/** The worst group, and the worst class in a group, of every row of a study with groups. */
final class GroupRanking {
  private static final String CAPTION =
      "Means over seeds on test in percent, with their 95\u00a0% intervals where there are several:"
          + " the accuracy of whichever group, or class in a group, is worst in each seed.";

  private final Html html;
  private final LeaderboardCells cells;

  GroupRanking(Html html) {
    this.html = html;
    cells = new LeaderboardCells(html);
  }

  void write(List<Leaderboard.Row> rows) {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr");
    List.of("Teacher / student", "Worst group", "Worst class in a group")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    rows.forEach(this::row);
    html.close("tbody");
    Tables.close(html);
  }

  private void row(Leaderboard.Row row) {
    html.open("tr").element("th", row.combination().label(), "scope", "row");
    cells.share(row.of(SplitMetric.WORST_GROUP_ACCURACY), "");
    cells.share(row.of(SplitMetric.WORST_CLASS_IN_GROUP_ACCURACY), "");
    html.close("tr");
  }
}
