package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.compare.Leaderboard;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/** The accuracy of each group and of each class in it; nothing where the data have no groups. */
final class GroupSection {
  private static final String CAPTION =
      "Accuracy on test in percent, and the exact lower bound of each by itself at 95\u00a0%"
          + " confidence.";

  private final Html html;
  private final ReportInput input;

  /** One student. */
  private record Series(String name, GroupMetrics metrics) {}

  GroupSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    List<Series> series = new ArrayList<>();
    Optional<Leaderboard.Row> shown = input.shown();
    shown.ifPresent(row -> add(series, row));
    input
        .leaderboard()
        .standard()
        .filter(row -> !row.equals(shown.orElse(null)))
        .ifPresent(row -> add(series, row));
    if (!series.isEmpty()) {
      html.open("section", "id", "groups").element("h2", "Each group");
      shown.ifPresent(row -> lead(row, series.get(0).metrics()));
      table(series);
      new GroupRanking(html).write(input.leaderboard().tested());
      html.close("section");
    }
  }

  private void add(List<Series> series, Leaderboard.Row row) {
    GroupMetrics metrics = input.drawn(row).test().groups();
    if (metrics != null) {
      String selected = row.selected() ? " (selected)" : "";
      series.add(new Series(row.combination().label() + selected, metrics));
    }
  }

  private void lead(Leaderboard.Row row, GroupMetrics metrics) {
    ClassMetrics groups = metrics.group();
    int worst = groups.worstClass();
    html.open("p", "class", "lead");
    html.text(
        "One seed on test: %s, seed %d. Its worst group is "
            .formatted(row.combination().label(), input.drawn(row).spec().seed()));
    html.element("strong", metrics.names().get(worst));
    html.text(
        " with %s of %s%s; with 95\u00a0%% confidence no group is truly below %s."
            .formatted(
                Numbers.percent(groups.worstClassAccuracy()),
                Numbers.count(groups.classCount().get(worst), "example"),
                FewExamples.onTest(groups.classCount().get(worst)) ? ", which are few" : "",
                Numbers.lower(groups.worstClassLowerBound())));
    html.close("p");
  }

  private void table(List<Series> series) {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr").element("th", "Group", "scope", "col");
    html.element("th", "Examples", "scope", "col");
    for (Series one : series) {
      html.element("th", one.name(), "scope", "col").element("th", "at least", "scope", "col");
    }
    html.close("tr").close("thead");
    GroupMetrics first = series.get(0).metrics();
    for (int g = 0; g < first.names().size(); g++) {
      html.open("tbody");
      row(first.names().get(g), series, g, -1);
      for (int y = 0; y < first.classes(); y++) {
        row(first.names().get(g) + " / " + input.classNames().get(y), series, g, y);
      }
      html.close("tbody");
    }
    Tables.close(html);
  }

  /** A group, or a class in it; {@code y} is negative for the group. */
  private void row(String name, List<Series> series, int g, int y) {
    html.open("tr", "class", y < 0 ? "teacher" : "student").element("th", name, "scope", "row");
    int count = part(series.get(0), y).classCount().get(index(series.get(0), g, y));
    html.open("td").text(Numbers.whole(count));
    if (count > 0 && FewExamples.onTest(count)) {
      html.element("span", "few examples", "class", "note");
    }
    html.close("td");
    for (Series one : series) {
      cell(part(one, y).classAccuracy().get(index(one, g, y)));
      cell(part(one, y).classLowerBound().get(index(one, g, y)));
    }
    html.close("tr");
  }

  private static ClassMetrics part(Series one, int y) {
    return y < 0 ? one.metrics().group() : one.metrics().classInGroup();
  }

  private static int index(Series one, int g, int y) {
    return y < 0 ? g : one.metrics().cell(y, g);
  }

  private void cell(@Nullable Double share) {
    if (share == null) {
      html.element("td", "none", "class", "nothing");
    } else {
      html.element("td", Numbers.share(share), "data-value", Numbers.exact(share));
    }
  }
}
