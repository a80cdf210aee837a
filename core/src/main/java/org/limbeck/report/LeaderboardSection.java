package org.limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.BootstrapFront;
import org.limbeck.metric.Interval;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;

/**
 * The leaderboard as a table: each teacher above its students.
 *
 * <p>Every number of {@code leaderboard.csv} is there in full in a {@code data-value}, but worst-k
 * accuracy where k is 1, which is the worst class; those of groups are in the section on groups.
 */
final class LeaderboardSection {
  private static final String SEEDS =
      "Means over seeds on test in percent, with their 95\u00a0% intervals; below the worst class, which"
          + " class that is in most seeds. Differences are of worst-class accuracy, seed by seed, in"
          + " points; p is of the paired t-test, Holm the same corrected for all students of the table.";
  private static final String ONE_SEED =
      "One seed on test in percent, with the class that is worst. Differences are of worst-class"
          + " accuracy, in points. Intervals, p-values and how often a student is on the front take"
          + " two seeds or more.";
  private static final String RESAMPLED =
      " On front: in how many of %s resamples of the seeds no other student is better in accuracy and"
          + " worst class.";

  private final Html html;
  private final LeaderboardCells cells;
  private final ReportInput input;

  LeaderboardSection(Html html, ReportInput input) {
    this.html = html;
    cells = new LeaderboardCells(html);
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
        input.severalSeeds() ? SEEDS + " " + input.leaderboard().repeats().sentence() : ONE_SEED;
    return input.frontShares()
        ? values + RESAMPLED.formatted(Numbers.whole(BootstrapFront.RESAMPLES))
        : values;
  }

  private void head() {
    html.open("thead").open("tr").element("th", "Teacher / student", "scope", "col");
    column("Seeds");
    metrics().forEach(metric -> column(title(metric)));
    references().forEach(reference -> column("To " + input.leaderboard().label(reference)));
    column("On front");
    html.close("tr").close("thead");
  }

  private void column(String name) {
    html.element("th", name, "scope", "col");
  }

  /** Standard / standard is always included: a column of dashes shows that it is missing. */
  private List<Reference> references() {
    return Stream.of(Reference.values())
        .filter(reference -> reference == Reference.STANDARD || input.leaderboard().has(reference))
        .toList();
  }

  /** The metrics of the columns; those of groups are in their own section. */
  private List<SplitMetric> metrics() {
    return input.leaderboard().shownMetrics().stream()
        .filter(metric -> !metric.ofGroups())
        .toList();
  }

  private String title(SplitMetric metric) {
    return switch (metric) {
      case BALANCED_ACCURACY -> "Balanced";
      case WORST_CLASS_ACCURACY -> "Worst class";
      case WORST_K_ACCURACY -> "Worst " + input.leaderboard().worstK() + " mean";
      case ACCURACY, WORST_GROUP_ACCURACY, WORST_CLASS_IN_GROUP_ACCURACY -> metric.title();
    };
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
    for (SplitMetric metric : metrics()) {
      boolean worst = metric == SplitMetric.WORST_CLASS_ACCURACY;
      Interval share = row.find(metric);
      if (share == null) {
        html.element("td", "no scores", "class", "nothing");
      } else {
        cells.share(share, worst ? WorstClass.of(row, input.classNames()) : "");
      }
    }
    references().forEach(reference -> cells.comparison(row.against(reference)));
    cells.resamples(row.front().share());
    html.close("tr");
  }

  private void name(Leaderboard.Row row) {
    Recipe student = row.combination().student();
    html.open("th", "scope", "row");
    if (student == null) {
      String role = ReportInput.isForeign(row) ? "foreign teacher " : "teacher ";
      html.element("span", role, "class", "role").text(row.combination().teacher().label());
    } else {
      html.element("span", row.combination().teacher().label() + " / ", "class", "under");
      objective(student);
    }
    marks(row);
    html.close("th");
  }

  private void objective(Recipe student) {
    String alpha = student.variant();
    html.text(student.name());
    if (alpha != null) {
      html.text("(").element("span", alpha.toString(), "data-value", alpha.toString()).text(")");
    }
  }

  private void marks(Leaderboard.Row row) {
    html.open("span", "class", "marks");
    if (row.selected()) {
      html.element("span", "selected", "class", "chip strong").text(" ");
    }
    if (row.onFront()) {
      html.element("span", "front", "class", "chip").text(" ");
    }
    if (row.combination().isBaseline()) {
      html.element("span", "baseline", "class", "chip plain");
    }
    html.close("span");
  }
}
