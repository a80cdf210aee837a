package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.Leaderboard;
import org.limbeck.metric.FewExamples;
import org.limbeck.report.html.Texts;

/** Which class is worst, seed by seed. */
final class WorstClass {
  private static final int NAME_LENGTH = 14;

  private WorstClass() {}

  /**
   * The class that is worst in most seeds, shortened, in how many, and whether it has few test
   * examples; the lowest index of several.
   */
  static String of(Leaderboard.Row row, List<String> classNames) {
    var seeds = new int[classNames.size()];
    row.combination().runs().stream()
        .mapToInt(run -> run.test().metrics().worstClass())
        .forEach(y -> seeds[y]++);
    int index = 0;
    for (int y = 1; y < seeds.length; y++) {
      index = seeds[y] > seeds[index] ? y : index;
    }
    int runs = row.combination().runs().size();
    String name = Texts.shortened(classNames.get(index), NAME_LENGTH);
    String times = runs == 1 ? "" : " (" + seeds[index] + "\u00a0of\u00a0" + runs + ")";
    return name + times + (few(row, index) ? ", few\u00a0examples" : "");
  }

  /** Whether a class is worst by few examples in a seed. */
  private static boolean few(Leaderboard.Row row, int worstClass) {
    return row.combination().runs().stream()
        .map(run -> run.test().metrics())
        .filter(metrics -> metrics.worstClass() == worstClass)
        .anyMatch(metrics -> FewExamples.onTest(metrics.classCount().get(worstClass)));
  }
}
