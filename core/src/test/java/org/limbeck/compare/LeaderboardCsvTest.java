package org.limbeck.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.metric.Interval;
import org.limbeck.store.Records;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

class LeaderboardCsvTest {
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
  void of_dataWithGroups_isAsInEarlierVersions() {
    Golden.check("leaderboard-groups.csv", LeaderboardCsv.of(new Leaderboard(List.of(student()))));
  }
}
