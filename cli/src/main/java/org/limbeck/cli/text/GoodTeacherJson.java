package org.limbeck.cli.text;

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
    values.put("verdictWithinObjectives", GoodTeacherVerdict.of(answer.within()));
    answer.all().ifPresent(all -> values.put("all", comparison(all)));
    answer.within().ifPresent(within -> values.put("withinObjectives", comparison(within)));
    Map<String, Object> objectives = new LinkedHashMap<>();
    answer.byStudent().forEach((student, one) -> objectives.put(student, comparison(one)));
    values.put("byStudent", objectives);
    List<Map<String, Object>> students = new ArrayList<>();
    answer.effects().forEach(effect -> students.add(effect(effect)));
    values.put("students", students);
    return values;
  }

  private static Map<String, Object> comparison(PredictorComparison comparison) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("students", comparison.observations());
    values.put("teachers", comparison.clusters());
    values.put("worstGapRho", comparison.first());
    values.put("worstClassAccuracyRho", comparison.second());
    values.put("signedDifference", comparison.difference());
    values.put(
        "betterPredictor",
        switch (comparison.better()) {
          case FIRST -> "worstGap";
          case SECOND -> "worstClassAccuracy";
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
    values.put("teacherRun", effect.teacherRun());
    values.put("teacherWorstGap", effect.teacherGap());
    values.put("teacherWorstClassAccuracy", effect.teacherWorstClass());
    values.put("studentWorstClassAccuracy", effect.studentWorstClass());
    return values;
  }
}
