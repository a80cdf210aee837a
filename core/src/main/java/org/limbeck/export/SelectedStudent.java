package org.limbeck.export;

import java.util.Optional;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunRecord;
import org.limbeck.study.RunSpec;
import org.limbeck.study.SelectionPlan;
import org.limbeck.study.StudyPlan;

/**
 * The student to export: one row of a leaderboard, one of its seeds, and why that row.
 *
 * @param row a student's
 * @param plan how the study chooses its row
 * @param seed one of the row's
 */
public record SelectedStudent(Leaderboard.Row row, SelectionPlan plan, long seed) {
  public SelectedStudent {
    if (row.combination().student() == null) {
      throw new IllegalArgumentException(
          "expected a student, found the teacher " + row.combination().label());
    }
    if (!row.combination().seeds().contains(seed)) {
      throw new IllegalArgumentException(
          "seed: expected one of %s, found %d".formatted(row.combination().seeds(), seed));
    }
  }

  /** The selected row with the seed that the study exports; absent if no student was selected. */
  public static Optional<SelectedStudent> of(Leaderboard leaderboard, StudyPlan plan) {
    Long wanted = plan.selection().exportSeed();
    long seed = wanted == null ? plan.seeds().get(0) : wanted;
    return leaderboard.rows().stream()
        .filter(Leaderboard.Row::selected)
        .findFirst()
        .map(row -> new SelectedStudent(row, plan.selection(), seed));
  }

  /** The run that trained it. */
  public RunRecord run() {
    return row.combination().runs().stream()
        .filter(run -> run.spec().seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  /** Its results on test. */
  ClassMetrics test() {
    return run().delivered().test().metrics();
  }

  /** Its teacher. */
  RunSpec.TeacherLink teacher() {
    RunSpec.TeacherLink link = run().spec().teacher();
    if (link == null) {
      throw new IllegalStateException("student " + run().id() + " has no teacher");
    }
    return link;
  }
}
