package org.limbeck.export;

import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

/**
 * The student to export: one row of a leaderboard and one of its seeds.
 *
 * @param row of a student
 * @param seed of one of the row's runs
 * @param chosenBy the metric on validation that the study chose by
 * @param warnings what has to be known before it is shipped, one sentence each
 * @param foreign its teacher if that was trained elsewhere
 * @param choice how sure the choice is, one sentence each, and before them its rule
 */
record SelectedStudent(
    Leaderboard.Row row,
    long seed,
    SplitMetric chosenBy,
    List<String> warnings,
    Optional<CardTeacher> foreign,
    List<String> choice) {
  SelectedStudent(Leaderboard.Row row, long seed, SplitMetric chosenBy, List<String> warnings) {
    this(row, seed, chosenBy, warnings, Optional.empty(), List.of());
  }

  SelectedStudent {
    choice = List.copyOf(choice);
    warnings = List.copyOf(warnings);
    if (row.combination().student() == null) {
      throw new IllegalArgumentException(
          "expected a student, found the teacher " + row.combination().label());
    }
    if (!row.combination().seeds().contains(seed)) {
      throw new IllegalArgumentException(
          "seed: expected one of " + row.combination().seeds() + ", found " + seed);
    }
  }

  /** The run that trained it. */
  RunRecord run() {
    return row.combination().runs().stream()
        .filter(run -> run.spec().seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  /** Its results on test. */
  ClassMetrics test() {
    return run().test().metrics();
  }

  /** Its teacher; absent if it learned from labels alone. */
  Optional<RunSpec.TeacherLink> teacher() {
    return Optional.ofNullable(run().spec().teacher());
  }
}
