package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.Leaderboard;
import org.limbeck.report.html.Texts;

/** Which class is worst, seed by seed. */
final class WorstClass {
  private static final int NAME_LENGTH = 14;

  private WorstClass() {}

  /**
   * The class that is worst in most seeds, shortened, and in how many; the lowest index of several.
   */
  static String of(Leaderboard.Row row, List<String> classNames) {
    var seeds = new int[classNames.size()];
    row.combination().runs().stream()
        .mapToInt(run -> run.delivered().test().metrics().worstClass())
        .forEach(y -> seeds[y]++);
    int index = 0;
    for (int y = 1; y < seeds.length; y++) {
      index = seeds[y] > seeds[index] ? y : index;
    }
    int runs = row.combination().runs().size();
    String name = Texts.shortened(classNames.get(index), NAME_LENGTH);
    return runs == 1 ? name : name + " (" + seeds[index] + "\u00a0of\u00a0" + runs + ")";
  }
}
