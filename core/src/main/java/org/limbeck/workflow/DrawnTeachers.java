package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

/**
 * The teachers that a report draws, one run of each, diagnosed from their stored validation scores
 * as {@link Diagnose} does it, so that both show the same numbers.
 */
final class DrawnTeachers {
  private static final List<String> NEEDED =
      List.of(RunDirectory.SCORES, RunDirectory.VALIDATION_PREDICTIONS);

  private DrawnTeachers() {}

  /**
   * The diagnoses by the id of the run; without those of runs that stored no scores and those where
   * a class has too few examples.
   *
   * @param leaderboard of verified runs
   */
  static Map<String, TeacherDiagnosis> diagnoses(
      Path study, Leaderboard leaderboard, SelectionPlan selection) {
    return leaderboard.rows().parallelStream()
        .filter(row -> row.combination().student() == null)
        .map(row -> row.run(selection))
        .filter(DrawnTeachers::canBeDiagnosed)
        .collect(Collectors.toMap(RunRecord::id, run -> diagnosis(study, run)));
  }

  private static TeacherDiagnosis diagnosis(Path study, RunRecord run) {
    var directory = new RunDirectory(study, run.id());
    return RunScores.read(directory.file(""), directory, run).diagnosed().diagnosis();
  }

  private static boolean canBeDiagnosed(RunRecord run) {
    return run.files().keySet().containsAll(NEEDED)
        && run.data().validationCounts().stream()
            .allMatch(count -> count >= TeacherDiagnosis.LEAST_EXAMPLES);
  }
}
