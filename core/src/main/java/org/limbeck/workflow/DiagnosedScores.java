package org.limbeck.workflow;

import java.util.Arrays;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.objective.ClassPrior;
import org.limbeck.scores.ScoreTable;

/**
 * A diagnosis and what was diagnosed.
 *
 * @param title the scores, for people
 * @param notes what the figures rest on, a line each
 * @param diagnosis of the scores
 */
public record DiagnosedScores(String title, List<String> notes, TeacherDiagnosis diagnosis) {
  public DiagnosedScores {
    notes = List.copyOf(notes);
  }

  static DiagnosedScores of(
      String title,
      List<String> notes,
      ScoreTable table,
      double[] costs,
      ClassPrior prior,
      List<String> names) {
    var heldOut = new HeldOutScores(table.logProbabilities(), table.labels(), prior);
    try {
      return new DiagnosedScores(title, notes, TeacherDiagnosis.of(costs, heldOut, names));
    } catch (LimbeckException e) {
      throw new LimbeckException(table.source() + ": " + e.getMessage(), e);
    }
  }

  /** The prior of positive numbers, counts or shares. */
  static ClassPrior prior(double[] values) {
    double sum = Arrays.stream(values).sum();
    return ClassPrior.of(Arrays.stream(values).map(value -> value / sum).toArray());
  }

  /** The label frequencies of a table; a class that does not occur is found by the diagnosis. */
  static ClassPrior prior(ScoreTable table) {
    var counts = new double[table.classes()];
    Arrays.fill(counts, Double.MIN_NORMAL);
    for (int label : table.labels()) {
      counts[label]++;
    }
    return prior(counts);
  }
}
