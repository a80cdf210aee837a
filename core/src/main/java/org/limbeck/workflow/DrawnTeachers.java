package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, TeacherDiagnosis> diagnoses = new HashMap<>();
    for (Leaderboard.Row row : leaderboard.rows()) {
      RunRecord run = row.run(selection);
      if (row.combination().student() == null && canBeDiagnosed(run)) {
        var directory = new RunDirectory(study, run.id());
        RunScores scores = RunScores.read(directory.file(""), directory, run);
        diagnoses.put(run.id(), scores.diagnosed().diagnosis());
      }
    }
    return diagnoses;
  }

  private static boolean canBeDiagnosed(RunRecord run) {
    return run.files().keySet().containsAll(NEEDED)
        && run.data().validationCounts().stream()
            .allMatch(count -> count >= TeacherDiagnosis.LEAST_EXAMPLES);
  }
}
