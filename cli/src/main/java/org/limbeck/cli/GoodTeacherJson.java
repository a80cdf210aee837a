package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.compare.GoodTeacherVerdict;
import org.limbeck.compare.TeacherEffect;
import org.limbeck.metric.PredictorComparison;

/** What a good teacher is, as a part of a study's JSON: rank correlations and what they are of. */
final class GoodTeacherJson {
  private GoodTeacherJson() {}

  static Map<String, Object> of(GoodTeacher answer) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("verdict", GoodTeacherVerdict.of(answer.all()));
    values.put("verdict_within_objectives", GoodTeacherVerdict.of(answer.within()));
    answer.all().ifPresent(all -> values.put("all", comparison(all)));
    answer.within().ifPresent(within -> values.put("within_objectives", comparison(within)));
    Map<String, Object> objectives = new LinkedHashMap<>();
    answer.byStudent().forEach((student, one) -> objectives.put(student, comparison(one)));
    values.put("by_student", objectives);
    List<Map<String, Object>> students = new ArrayList<>();
    answer.effects().forEach(effect -> students.add(effect(effect)));
    values.put("students", students);
    return values;
  }

  private static Map<String, Object> comparison(PredictorComparison comparison) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("students", comparison.observations());
    values.put("teachers", comparison.clusters());
    values.put("worst_gap_rho", comparison.first());
    values.put("worst_class_accuracy_rho", comparison.second());
    values.put("signed_difference", comparison.difference());
    values.put(
        "better_predictor",
        switch (comparison.better()) {
          case FIRST -> "worst_gap";
          case SECOND -> "worst_class_accuracy";
          case NEITHER -> "neither";
          case UNDECIDED -> "undecided";
        });
    return values;
  }

  private static Map<String, Object> effect(TeacherEffect effect) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("teacher", effect.teacher());
    values.put("student", effect.student());
    values.put("seed", effect.seed());
    values.put("teacher_run", effect.teacherRun());
    values.put("teacher_worst_gap", effect.teacherGap());
    values.put("teacher_worst_class_accuracy", effect.teacherWorstClass());
    values.put("student_worst_class_accuracy", effect.studentWorstClass());
    return values;
  }
}
