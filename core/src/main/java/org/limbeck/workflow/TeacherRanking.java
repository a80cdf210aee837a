package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.compare.Repeats;
import org.limbeck.metric.Interval;
import org.limbeck.store.RunRecord;

/** Which objective gives the teachers with the smallest worst gap, over the seeds of a study. */
final class TeacherRanking {
  private static final String SPLITS =
      "; intervals are over splits of one data set, with the variance of Nadeau and Bengio.";

  private TeacherRanking() {}

  /**
   * The sentences on some teachers.
   *
   * @param records of their runs, in the same order
   */
  static List<String> sentences(List<DiagnosedStudy.Teacher> teachers, List<RunRecord> records) {
    Map<String, List<Diagnosed>> byObjective = new LinkedHashMap<>();
    for (int i = 0; i < teachers.size(); i++) {
      var diagnosed = new Diagnosed(teachers.get(i), records.get(i));
      byObjective
          .computeIfAbsent(teachers.get(i).objective(), key -> new ArrayList<>())
          .add(diagnosed);
    }
    List<Ranked> ranked = new ArrayList<>();
    byObjective.forEach((objective, runs) -> ranked.add(Ranked.of(objective, runs)));
    ranked.sort(Comparator.comparingDouble(Ranked::mean));
    if (ranked.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Worst gap in the recommended scores, best objective first: "
            + ranked.stream().map(one -> one.text(ranked.get(0))).collect(Collectors.joining("; "))
            + (ranked.get(0).repeats().severalSplits() ? SPLITS : "."));
  }

  private record Diagnosed(DiagnosedStudy.Teacher teacher, RunRecord run) {
    double gap() {
      return teacher.scores().diagnosis().verdict().worstGap();
    }
  }

  /** An objective with the worst gaps of its teachers in the order of their seeds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ranked(String objective, double[] gaps, Repeats repeats) {
    static Ranked of(String objective, List<Diagnosed> runs) {
      double[] gaps =
          runs.stream()
              .sorted(Comparator.comparingLong(one -> one.teacher().seed()))
              .mapToDouble(Diagnosed::gap)
              .toArray();
      // Gaps are measured on validation.
      var repeats = Repeats.onValidation(runs.stream().map(Diagnosed::run).toList());
      return new Ranked(objective, gaps, repeats);
    }

    double mean() {
      return repeats.interval(gaps).mean();
    }

    String text(Ranked best) {
      String text = String.format(Locale.ROOT, "%s %.3f", objective, mean());
      if (objective.equals(best.objective())) {
        return text + " (%d seed%s)".formatted(gaps.length, gaps.length == 1 ? "" : "s");
      }
      var differences = new double[gaps.length];
      Arrays.setAll(differences, i -> gaps[i] - best.gaps()[i]);
      Interval more = repeats.interval(differences);
      return more.low() == null || more.high() == null
          ? text
          : text
              + String.format(
                  Locale.ROOT,
                  " (%.3f more, 95 %% interval %.3f to %.3f)",
                  more.mean(),
                  more.low(),
                  more.high());
    }
  }
}
