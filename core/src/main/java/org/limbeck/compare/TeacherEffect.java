package org.limbeck.compare;

import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Calibration;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

/**
 * What a teacher was like, and what became of one student of it.
 *
 * @param teacher its objective, as tables name it
 * @param student the student's objective
 * @param seed of both
 * @param teacherRun id of the teacher's run, which its students share
 * @param cluster what is one observation of a teacher: its run, or the name of a foreign teacher,
 *     which is the same model on whatever splits it is scored
 * @param teacherGap the worst class gap of the scores that the student learned from, on validation;
 *     0 is perfect
 * @param teacherWorstClass the teacher's own worst-class accuracy on validation, in [0, 1]
 * @param studentWorstClass the student's worst-class accuracy on test, in [0, 1]
 */
public record TeacherEffect(
    String teacher,
    String student,
    long seed,
    String teacherRun,
    String cluster,
    double teacherGap,
    double teacherWorstClass,
    double studentWorstClass) {

  /** The effect; null where the teacher's scores were not diagnosed or have no gap. */
  static @Nullable TeacherEffect of(RunRecord student, RunRecord teacher) {
    RunSpec.TeacherLink link = student.spec().teacher();
    if (link == null || teacher.diagnoses().isEmpty() || teacher.delivered().validation() == null) {
      return null;
    }
    Calibration measured = teacher.diagnosis(link.scores()).measured();
    Double gap = measured.worstClassCalibrationGap();
    return gap == null
        ? null
        : new TeacherEffect(
            link.recipe().label(),
            student.spec().recipe().label(),
            student.spec().seed(),
            teacher.id(),
            teacher.trainedElsewhere() ? link.recipe().label() : teacher.id(),
            gap,
            teacher.validation().metrics().worstClassAccuracy(),
            student.test().metrics().worstClassAccuracy());
  }
}
