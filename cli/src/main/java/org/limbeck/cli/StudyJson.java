package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.io.Json;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.RunRecord;
import org.limbeck.study.SavedPasses;
import org.limbeck.study.StudyPlan;
import org.limbeck.study.recipe.Recipe;
import org.limbeck.workflow.StudyWorkflow;

/** A finished study as one JSON object. */
final class StudyJson {
  private StudyJson() {}

  static String of(StudyPlan plan, StudyWorkflow.Result result) {
    List<Map<String, Object>> rows = new ArrayList<>();
    result.leaderboard().rows().forEach(row -> rows.add(row(result.leaderboard(), row)));
    Map<String, Object> study = new LinkedHashMap<>();
    study.put("study", plan.name());
    study.put("seeds", plan.seeds());
    List<RunRecord> runs = result.leaderboard().runs();
    study.put("split", runs.get(0).data().protocol());
    SavedPasses.of(runs).ifPresent(passes -> study.put("teacher_passes", passes));
    study.put("directory", result.directory().toString());
    result.exported().ifPresent(model -> study.put("model", model.toString()));
    study.put("rows", rows);
    return Json.pretty(study);
  }

  private static Map<String, Object> row(Leaderboard leaderboard, Leaderboard.Row row) {
    Recipe student = row.combination().student();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("teacher", leaderboard.teacherName(row));
    if (student != null) {
      values.put("student", student.name());
      if (student.alpha() != null) {
        values.put("alpha", student.alpha());
      }
    }
    for (Metric metric : Metric.values()) {
      values.put(metric.label(), row.of(metric));
    }
    if (row.difference() != null) {
      values.put("worst_class_difference", row.difference());
    }
    values.put("on_front", row.onFront());
    values.put("selected", row.selected());
    return values;
  }
}
