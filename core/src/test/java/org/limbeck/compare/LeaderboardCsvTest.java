package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Golden;
import org.limbeck.metric.Interval;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.scores.CsvFile;
import org.limbeck.store.Records;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

class LeaderboardCsvTest {
  @TempDir private Path folder = Path.of("");

  private static Leaderboard.Row row(
      RunRecord run, Map<Reference, Comparison> comparisons, FrontPlace front) {
    RunSpec.TeacherLink link = run.spec().teacher();
    var combination =
        link == null
            ? new Combination(run.spec().recipe(), null, List.of(run))
            : new Combination(link.recipe(), run.spec().recipe(), List.of(run));
    Map<SplitMetric, Interval> test = new EnumMap<>(SplitMetric.class);
    for (SplitMetric metric : SplitMetric.available(combination.hasGroups())) {
      test.put(metric, new Interval(0.5, 0.25, null));
    }
    return new Leaderboard.Row(combination, test, comparisons, front, link != null);
  }

  private static Leaderboard.Row student() {
    var difference = new Interval(-0.125, -0.5, 0.0625);
    return row(
        Records.student(),
        Map.of(Reference.STANDARD, new Comparison(difference, 1e-5, null)),
        new FrontPlace(true, 0.768));
  }

  @Test
  void of_teacherAndStudent_isAsInEarlierVersions() {
    Leaderboard.Row teacher = row(Records.teacher(), Map.of(), FrontPlace.NONE);
    Golden.check(
        "leaderboard.csv", LeaderboardCsv.of(new Leaderboard(List.of(teacher, student()))));
  }

  @Test
  void of_variantWithCommaAndQuotes_hasAFieldUnderEachColumn() throws IOException {
    Recipe before = Records.student().spec().recipe();
    var recipe =
        new Recipe(
            before.name(),
            "a,\"b\"; c",
            before.labels(),
            before.costs(),
            before.margins(),
            before.postHoc());
    var combination = new Combination(before, recipe, List.of(Records.student()));
    Leaderboard.Row like = student();
    var row =
        new Leaderboard.Row(
            combination, like.test(), like.comparisons(), like.front(), like.selected());
    var leaderboard = new Leaderboard(List.of(row));
    Path file = Files.writeString(folder.resolve("table.csv"), LeaderboardCsv.of(leaderboard));
    CsvFile.read(
        file,
        "a leaderboard",
        rows -> {
          assertThat(rows.header()).isEqualTo(LeaderboardCsv.header(leaderboard));
          assertThat(rows.next()).isTrue();
          assertThat(rows.text(2)).isEqualTo("a,\"b\"; c");
          assertThat(rows.text(rows.header().size() - 1)).isEqualTo("true");
          return rows.next();
        });
  }

  @Test
  void of_dataWithGroups_isAsInEarlierVersions() {
    Golden.check("leaderboard-groups.csv", LeaderboardCsv.of(new Leaderboard(List.of(student()))));
  }
}
