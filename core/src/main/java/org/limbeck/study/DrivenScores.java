package org.limbeck.study;

import java.util.Arrays;
import java.util.Optional;
import org.limbeck.calibration.CalibrationFit;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.LabelShift;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Dataset;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.TeacherFiles;

/**
 * A teacher's scores as a student reads them that a part of validation drives: the calibration that
 * its run has stored was fitted on the whole split, so it is fitted again on that part.
 */
final class DrivenScores {
  private DrivenScores() {}

  /** The files of a teacher, with the calibration that the student of a task may see. */
  static TeacherFiles of(TeacherFiles files, RunSpec.TeacherLink link, RunTask task) {
    Optional<int[]> rows = task.drivingRows();
    if (rows.isEmpty() || !isFitted(link.scores()) || files.record().diagnoses().isEmpty()) {
      return files;
    }
    int m = task.data().classes();
    var heldOut =
        new HeldOutScores(
            select(files.scores().validation(), m, rows.get()),
            task.driving().labels(),
            trainPrior(files.record(), task.data()));
    double[] costs = files.record().costs().orElseGet(() -> equal(m));
    ScoreTransform refitted = CalibrationFit.fit(link.scores(), costs, heldOut);
    return new TeacherFiles(files.record(), files.scores(), refitted);
  }

  private static boolean isFitted(ScoreMode mode) {
    return mode == ScoreMode.TEMPERATURE || mode == ScoreMode.PER_CLASS;
  }

  /** As the diagnosis of the teacher has it: weighted only for a teacher that was trained here. */
  private static ClassPrior trainPrior(RunRecord teacher, Dataset data) {
    int[] labels = data.train().labels();
    if (teacher.trainedElsewhere()) {
      return LabelShift.frequencies(labels, data.classes());
    }
    RowWeights weights = RowWeights.of(data.train().details().weights());
    LabelWeights oneHot = LabelWeights.oneHot(labels, data.classes());
    return ClassPrior.of(oneHot.weighted(weights), data.classNames());
  }

  private static double[] equal(int classes) {
    var ones = new double[classes];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Some rows of logits, row-major {@code [examples, classes]}. */
  static float[] select(float[] logits, int classes, int[] rows) {
    var selected = new float[rows.length * classes];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(logits, rows[i] * classes, selected, i * classes, classes);
    }
    return selected;
  }
}
