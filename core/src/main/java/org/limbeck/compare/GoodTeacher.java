package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.limbeck.metric.PredictorComparison;
import org.limbeck.metric.PredictorComparison.Observation;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.SplitResult;

/**
 * Whether the calibration of a teacher's scores predicts its students' worst-class accuracy better
 * than the teacher's own worst-class accuracy does. Source: docs/method.md, section 5.
 *
 * <p>In each comparison the first value is the teacher's worst gap and the second its worst-class
 * accuracy; a student's outcome is its worst-class accuracy on test; the clusters are the teachers'
 * runs; a foreign teacher is one, however many splits it was scored on.
 *
 * @param effects one for each trained student whose teacher has a gap, in the order of the runs; a
 *     rule after training makes no new student of a teacher
 * @param all over all students as they are; absent where values tie
 * @param within over all students, each ranked among those of the same objective; absent where
 *     values tie
 * @param byStudent for each student objective by itself; without those where values tie
 */
public record GoodTeacher(
    List<TeacherEffect> effects,
    Optional<PredictorComparison> all,
    Optional<PredictorComparison> within,
    Map<String, PredictorComparison> byStudent) {
  public GoodTeacher {
    effects = List.copyOf(effects);
    byStudent = Collections.unmodifiableMap(new LinkedHashMap<>(byStudent));
  }

  /** Whether students of more than one objective are compared. */
  public boolean severalObjectives() {
    return effects.stream().map(TeacherEffect::student).distinct().count() > 1;
  }

  /** The answer from the runs of a study. */
  public static GoodTeacher of(List<RunRecord> runs) {
    List<TeacherEffect> effects = effects(runs);
    List<String> students = effects.stream().map(TeacherEffect::student).distinct().toList();
    Map<String, PredictorComparison> byStudent = new LinkedHashMap<>();
    for (String student : students) {
      compared(effects.stream().filter(effect -> effect.student().equals(student)).toList())
          .ifPresent(comparison -> byStudent.put(student, comparison));
    }
    return new GoodTeacher(
        effects,
        compared(effects),
        compared(effects, effect -> students.indexOf(effect.student())),
        byStudent);
  }

  private static List<TeacherEffect> effects(List<RunRecord> runs) {
    Map<String, RunRecord> byId = new HashMap<>();
    runs.forEach(run -> byId.put(run.id(), run));
    List<TeacherEffect> effects = new ArrayList<>();
    for (RunRecord run : runs) {
      RunSpec.TeacherLink link = run.spec().teacher();
      RunRecord teacher = link == null ? null : byId.get(link.runId());
      boolean trained = run.spec().recipe().equals(run.spec().recipe().trained());
      TeacherEffect effect = teacher == null || !trained ? null : TeacherEffect.of(run, teacher);
      if (effect != null) {
        effects.add(effect);
      }
    }
    return effects;
  }

  private static Optional<PredictorComparison> compared(List<TeacherEffect> effects) {
    return compared(effects, effect -> 0);
  }

  private static Optional<PredictorComparison> compared(
      List<TeacherEffect> effects, ToIntFunction<TeacherEffect> group) {
    List<String> teachers = effects.stream().map(TeacherEffect::cluster).distinct().toList();
    List<Observation> observations =
        effects.stream()
            .map(
                effect ->
                    new Observation(
                        effect.teacherGap(),
                        effect.teacherWorstClass(),
                        effect.studentWorstClass(),
                        group.applyAsInt(effect),
                        teachers.indexOf(effect.cluster())))
            .toList();
    return PredictorComparison.of(observations, SplitResult.CONFIDENCE);
  }
}
