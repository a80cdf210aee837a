package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.CsvText;
import org.limbeck.metric.Interval;
import org.limbeck.plan.recipe.Recipe;

/** A leaderboard as {@code leaderboard.csv}: full precision, empty where there is no value. */
public final class LeaderboardCsv {
  private LeaderboardCsv() {}

  /** The text of the file. */
  public static String of(Leaderboard leaderboard) {
    return CsvText.of(
        header(leaderboard), leaderboard.rows().stream().map(row -> fields(leaderboard, row)));
  }

  /** The columns; those of groups only where the data have groups. */
  static List<String> header(Leaderboard leaderboard) {
    List<String> header =
        new ArrayList<>(List.of("teacher", "student", "variant", "alpha", "seeds"));
    for (SplitMetric metric : leaderboard.metrics()) {
      addInterval(header, metric.label());
    }
    for (Reference reference : Reference.values()) {
      addInterval(header, reference.column());
      header.addAll(List.of(reference.column() + "_p", reference.column() + "_p_holm"));
    }
    header.addAll(List.of("front_share", "on_front", "selected"));
    return header;
  }

  private static void addInterval(List<String> header, String name) {
    header.addAll(List.of(name + "_mean", name + "_low", name + "_high"));
  }

  private static List<String> fields(Leaderboard leaderboard, Leaderboard.Row row) {
    Recipe student = row.combination().student();
    List<String> fields = new ArrayList<>();
    fields.add(leaderboard.teacherName(row));
    fields.add(student == null ? "" : student.name());
    fields.add(student == null || student.variant() == null ? "" : student.variant());
    fields.add(student == null ? "" : student.alpha().map(String::valueOf).orElse(""));
    fields.add(Integer.toString(row.combination().runs().size()));
    for (SplitMetric metric : leaderboard.metrics()) {
      addFields(fields, row.find(metric));
    }
    for (Reference reference : Reference.values()) {
      addFields(fields, row.against(reference));
    }
    fields.add(text(row.front().share()));
    fields.add(Boolean.toString(row.onFront()));
    fields.add(Boolean.toString(row.selected()));
    return fields;
  }

  private static void addFields(List<String> fields, @Nullable Comparison comparison) {
    addFields(fields, comparison == null ? null : comparison.difference());
    fields.add(comparison == null ? "" : text(comparison.p()));
    fields.add(comparison == null ? "" : text(comparison.adjustedP()));
  }

  private static void addFields(List<String> fields, @Nullable Interval interval) {
    fields.add(interval == null ? "" : text(interval.mean()));
    fields.add(interval == null ? "" : text(interval.low()));
    fields.add(interval == null ? "" : text(interval.high()));
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }
}
