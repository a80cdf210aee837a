package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.metric.Interval;

/** Which objective gives the teachers with the smallest worst gap, over the seeds of a study. */
final class TeacherRanking {
  private static final double LEVEL = 0.95;

  private TeacherRanking() {}

  static List<String> sentences(List<DiagnosedStudy.Teacher> teachers) {
    Map<String, List<DiagnosedStudy.Teacher>> byObjective = new LinkedHashMap<>();
    teachers.forEach(
        teacher ->
            byObjective
                .computeIfAbsent(teacher.objective(), key -> new ArrayList<>())
                .add(teacher));
    List<Ranked> ranked = new ArrayList<>();
    byObjective.forEach((objective, runs) -> ranked.add(new Ranked(objective, gaps(runs))));
    ranked.sort(Comparator.comparingDouble(Ranked::mean));
    if (ranked.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Worst gap in the recommended scores, best objective first: "
            + ranked.stream().map(one -> one.text(ranked.get(0))).collect(Collectors.joining("; "))
            + ".");
  }

  private static double[] gaps(List<DiagnosedStudy.Teacher> teachers) {
    return teachers.stream()
        .sorted(Comparator.comparingLong(DiagnosedStudy.Teacher::seed))
        .mapToDouble(teacher -> teacher.scores().diagnosis().verdict().worstGap())
        .toArray();
  }

  /** An objective with the worst gaps of its teachers in the order of their seeds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ranked(String objective, double[] gaps) {
    double mean() {
      return Interval.ofSeeds(gaps, LEVEL).mean();
    }

    String text(Ranked best) {
      String text = String.format(Locale.ROOT, "%s %.3f", objective, mean());
      if (objective.equals(best.objective())) {
        return text + " (%d seed%s)".formatted(gaps.length, gaps.length == 1 ? "" : "s");
      }
      var differences = new double[gaps.length];
      Arrays.setAll(differences, i -> gaps[i] - best.gaps()[i]);
      Interval more = Interval.ofSeeds(differences, LEVEL);
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
