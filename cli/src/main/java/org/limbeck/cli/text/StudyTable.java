package org.limbeck.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.FrontPlace;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.Repeats;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.BootstrapFront;
import org.limbeck.metric.Interval;
import org.limbeck.plan.recipe.Recipe;

/** The rows of a study in columns, and what the columns mean. */
final class StudyTable {
  private static final List<String> NAMES = List.of("teacher", "student");

  private StudyTable() {}

  static String of(Leaderboard leaderboard) {
    List<String> header = new ArrayList<>(NAMES);
    leaderboard.shownMetrics().forEach(metric -> header.add(column(metric)));
    header.addAll(List.of("vs " + standard(leaderboard), "p", "front", ""));
    TextTable table = new TextTable(header, 2);
    leaderboard.rows().forEach(row -> table.add(cells(leaderboard, row)));
    return table
        + "%n%s%s%n%s%n".formatted(interval(leaderboard), test(leaderboard), front(leaderboard));
  }

  /** What the intervals are over; nothing where no row has one. */
  private static String interval(Leaderboard leaderboard) {
    Repeats repeats = leaderboard.repeats();
    return repeats.runs() == 1 ? "" : "±: 95 %% interval %s%n".formatted(repeats.words());
  }

  private static String standard(Leaderboard leaderboard) {
    String label = leaderboard.label(Reference.STANDARD);
    return label.equals(Reference.STANDARD.label()) ? "std/std" : label.replace(" ", "");
  }

  private static String column(SplitMetric metric) {
    return switch (metric) {
      case ACCURACY -> "accuracy";
      case BALANCED_ACCURACY -> "balanced";
      case WORST_CLASS_ACCURACY -> "worst class";
      case WORST_K_ACCURACY -> "worst k";
      case WORST_GROUP_ACCURACY -> "worst group";
      case WORST_CLASS_IN_GROUP_ACCURACY -> "class in group";
    };
  }

  private static List<String> cells(Leaderboard leaderboard, Leaderboard.Row row) {
    Recipe student = row.combination().student();
    List<String> cells = new ArrayList<>();
    cells.add(leaderboard.teacherName(row));
    cells.add(student == null ? "-" : student.label());
    for (SplitMetric metric : leaderboard.shownMetrics()) {
      Interval share = row.find(metric);
      cells.add(share == null ? "no scores" : percent(share));
    }
    cells.add(row.difference() == null ? "" : points(row.difference()));
    cells.add(probability(row.against(Reference.STANDARD)));
    cells.add(share(row.front()));
    cells.add(row.selected() ? "selected" : "");
    return cells;
  }

  /** A difference of shares in points with its sign: {@code +45.7 ± 3.1}. */
  static String points(Interval difference) {
    return text(difference, "%+.1f", " ± %.1f");
  }

  private static String percent(Interval interval) {
    return text(interval, "%.1f", " ± %4.1f");
  }

  private static String text(Interval interval, String mean, String half) {
    Double high = interval.high();
    String text = String.format(Locale.ROOT, mean, 100 * interval.mean());
    return high == null
        ? text
        : text + String.format(Locale.ROOT, half, 100 * (high - interval.mean()));
  }

  private static String probability(@Nullable Comparison comparison) {
    Double p = comparison == null ? null : comparison.adjustedP();
    if (p == null) {
      return "";
    }
    return p < 0.001 ? "<.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static String share(FrontPlace front) {
    Double share = front.share();
    String mark = front.on() ? "*" : "";
    return share == null ? mark : mark + String.format(Locale.ROOT, "%4.0f%%", 100 * share);
  }

  private static String test(Leaderboard leaderboard) {
    boolean tested =
        leaderboard.rows().stream()
            .map(row -> row.against(Reference.STANDARD))
            .anyMatch(comparison -> comparison != null && comparison.p() != null);
    return tested
        ? "p: paired t-test against %s, Holm-corrected for all students of the table"
            .formatted(standard(leaderboard))
        : "p: none; takes standard/standard, and two seeds or more";
  }

  private static String front(Leaderboard leaderboard) {
    boolean shares = leaderboard.rows().stream().anyMatch(row -> row.front().share() != null);
    String share =
        shares
            ? "in how many of %d resamples of the seeds".formatted(BootstrapFront.RESAMPLES)
            : "none; takes two seeds or more";
    return "*: on the front of accuracy and worst-class accuracy; %: " + share;
  }
}
