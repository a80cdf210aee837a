package org.limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.metric.Interval;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.recipe.Recipe;

/**
 * The leaderboard as a table: each teacher above its students.
 *
 * <p>Every number of {@code leaderboard.csv} is there in full in a {@code data-value}.
 */
final class LeaderboardSection {
  private final Html html;
  private final ReportInput input;

  LeaderboardSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    html.open("section", "id", "leaderboard").element("h2", "All combinations");
    Tables.open(html, "leaderboard", caption());
    head();
    groups().values().forEach(this::group);
    Tables.close(html);
    html.close("section");
  }

  private String caption() {
    String values =
        input.severalSeeds()
            ? "Means over seeds on the test split in percent, with their 95\u00a0% intervals below."
            : "One seed on the test split, in percent.";
    return values
        + " The difference is that of worst-class accuracy to standard / standard, seed by seed,"
        + " in points.";
  }

  private void head() {
    html.open("thead").open("tr").element("th", "Teacher / student", "scope", "col");
    List<String> columns =
        List.of("Seeds", "Accuracy", "Balanced", "Worst class", worstK(), "Difference");
    columns.forEach(name -> html.element("th", name, "scope", "col"));
    html.element("th", "Worst is (seeds)", "scope", "col", "class", "left");
    html.element("th", "Marks", "scope", "col", "class", "left").close("tr").close("thead");
  }

  private String worstK() {
    int k = input.anyRun().delivered().test().metrics().worstK().k();
    return k == 1 ? "Worst 1" : "Worst " + k + " mean";
  }

  private Map<Recipe, List<Leaderboard.Row>> groups() {
    Map<Recipe, List<Leaderboard.Row>> groups = new LinkedHashMap<>();
    for (Leaderboard.Row row : input.leaderboard().rows()) {
      List<Leaderboard.Row> group =
          groups.computeIfAbsent(row.combination().teacher(), teacher -> new ArrayList<>());
      group.add(row.combination().student() == null ? 0 : group.size(), row);
    }
    return groups;
  }

  private void group(List<Leaderboard.Row> rows) {
    html.open("tbody");
    rows.forEach(this::row);
    html.close("tbody");
  }

  private void row(Leaderboard.Row row) {
    boolean teacher = row.combination().student() == null;
    html.open("tr", "class", teacher ? "teacher" : row.selected() ? "selected" : "student");
    name(row);
    int seeds = row.combination().runs().size();
    html.element("td", Integer.toString(seeds), "data-value", Integer.toString(seeds));
    for (Metric metric : Metric.values()) {
      Interval interval = row.of(metric);
      cell(interval, Numbers.share(interval.mean()));
    }
    difference(row);
    html.element("td", WorstClass.of(row, input.classNames()), "class", "left");
    marks(row);
    html.close("tr");
  }

  private void name(Leaderboard.Row row) {
    Recipe student = row.combination().student();
    html.open("th", "scope", "row");
    if (student == null) {
      html.element("span", "teacher ", "class", "role").text(row.combination().teacher().label());
    } else {
      html.element("span", row.combination().teacher().label() + " / ", "class", "under");
      objective(student);
    }
    html.close("th");
  }

  private void objective(Recipe student) {
    String alpha = student.variant();
    html.text(student.name());
    if (alpha != null) {
      html.text("(").element("span", alpha.toString(), "data-value", alpha.toString()).text(")");
    }
  }

  private void difference(Leaderboard.Row row) {
    Interval difference = row.difference();
    if (difference == null) {
      html.element("td", "\u2013", "class", "nothing");
    } else {
      cell(difference, Numbers.points(difference.mean()));
    }
  }

  private void cell(Interval interval, String text) {
    html.open("td", "data-value", Numbers.exact(interval.mean())).text(text);
    Double low = interval.low();
    Double high = interval.high();
    if (low != null && high != null) {
      html.text(" ").open("span", "class", "interval");
      html.element("span", Numbers.share(low), "data-value", Numbers.exact(low)).text(" to ");
      html.element("span", Numbers.share(high), "data-value", Numbers.exact(high));
      html.close("span");
    }
    html.close("td");
  }

  private void marks(Leaderboard.Row row) {
    html.open("td", "class", "left");
    if (row.selected()) {
      html.element("span", "selected", "class", "chip strong").text(" ");
    }
    if (row.onFront()) {
      html.element("span", "front", "class", "chip");
    }
    html.close("td");
  }
}
