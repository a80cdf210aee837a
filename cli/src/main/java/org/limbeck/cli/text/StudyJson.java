package org.limbeck.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Json;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Reference;
import org.limbeck.compare.Repeats;
import org.limbeck.compare.SavedPasses;
import org.limbeck.compare.ShipWarnings;
import org.limbeck.compare.Shipped;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.RunRecord;
import org.limbeck.store.SplitResult;
import org.limbeck.workflow.StudyWorkflow;

/** A finished study as one JSON object. */
public final class StudyJson {
  private StudyJson() {}

  public static String of(StudyPlan plan, StudyWorkflow.Result result) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Leaderboard.Row row : result.leaderboard().rows()) {
      Map<String, @Nullable Object> values = row(result.leaderboard(), row);
      SplitResult test = row.run(plan.selection()).delivered().test();
      GroupMetrics groups = test == null ? null : test.groups();
      if (groups != null) {
        values.put("groupsOfOneSeed", groups);
      }
      rows.add(values);
    }
    Map<String, Object> study = new LinkedHashMap<>();
    study.put("study", plan.name());
    study.put("seeds", plan.seeds());
    List<RunRecord> runs = result.leaderboard().runs();
    study.put("split", runs.get(0).data().protocol());
    study.put("intervals", intervals(result.leaderboard().repeats()));
    SavedPasses.of(runs).ifPresent(passes -> study.put("teacherPasses", passes));
    study.put("directory", result.directory().toString());
    result.exported().ifPresent(model -> study.put("model", model.toString()));
    Shipped.of(result.leaderboard(), plan.selection())
        .ifPresent(shipped -> study.put("exported", exported(shipped)));
    study.put("warnings", ShipWarnings.of(result.leaderboard(), plan.selection()));
    study.put("rows", rows);
    study.put("goodTeacher", GoodTeacherJson.of(GoodTeacher.of(runs)));
    return Json.pretty(study);
  }

  private static Map<String, Object> intervals(Repeats repeats) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("confidence", SplitResult.CONFIDENCE);
    values.put("runs", repeats.runs());
    values.put("splits", repeats.splits());
    values.put("variance", repeats.severalSplits() ? "nadeau-bengio" : "independent");
    values.put("testToTrain", repeats.overlap());
    values.put("text", repeats.words());
    return values;
  }

  /** The file's own results on test, which are not the means of its row. */
  private static Map<String, Object> exported(Shipped shipped) {
    ClassMetrics test = shipped.test();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("seed", shipped.seed());
    values.put("run", shipped.run().id());
    values.put("accuracy", test.accuracy());
    values.put("worstClass", shipped.worstClass());
    values.put("worstClassExamples", shipped.worstClassExamples());
    values.put("worstClassAccuracy", test.worstClassAccuracy());
    values.put("worstClassLowerBound", test.worstClassLowerBound());
    values.put("confidence", test.confidence());
    return values;
  }

  private static Map<String, @Nullable Object> row(Leaderboard leaderboard, Leaderboard.Row row) {
    Recipe student = row.combination().student();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("teacher", leaderboard.teacherName(row));
    if (student != null) {
      values.put("student", student.name());
      if (student.variant() != null) {
        values.put("variant", student.variant());
      }
      student.alpha().ifPresent(alpha -> values.put("alpha", alpha));
    }
    for (SplitMetric metric : leaderboard.metrics()) {
      values.put(JsonNames.camel(metric.label()), row.find(metric));
    }
    for (Reference reference : Reference.values()) {
      Comparison comparison = row.against(reference);
      if (comparison != null) {
        String name = JsonNames.camel(reference.column());
        values.put(name, comparison.difference());
        values.put(name + "P", comparison.p());
        values.put(name + "PHolm", comparison.adjustedP());
      }
    }
    values.put("frontShare", row.front().share());
    values.put("onFront", row.onFront());
    values.put("selected", row.selected());
    return values;
  }
}
