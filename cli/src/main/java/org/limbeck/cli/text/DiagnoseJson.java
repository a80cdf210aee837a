package org.limbeck.cli.text;

import java.util.List;
import java.util.Map;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.diagnosis.TeacherVerdict;
import org.limbeck.report.table.DiagnosisSentences;
import org.limbeck.workflow.DiagnosedScores;
import org.limbeck.workflow.DiagnosedStudy;

/** A diagnosis as JSON: its figures, and its verdict in sentences, too. */
public final class DiagnoseJson {
  private DiagnoseJson() {}

  public static Map<String, Object> of(DiagnosedStudy study) {
    return Map.of(
        "name", study.name(),
        "teachers", study.teachers().stream().map(DiagnoseJson::teacher).toList(),
        "sentences", study.sentences());
  }

  private static Map<String, Object> teacher(DiagnosedStudy.Teacher teacher) {
    return Map.of(
        "objective", teacher.objective(),
        "seed", teacher.seed(),
        "run", teacher.run(),
        "scores", of(teacher.scores()));
  }

  public static Map<String, Object> of(DiagnosedScores scores) {
    return Map.of(
        "title", scores.title(),
        "notes", scores.notes(),
        "diagnosis", diagnosis(scores.diagnosis()));
  }

  private static Map<String, Object> diagnosis(TeacherDiagnosis diagnosis) {
    List<String> sentences = DiagnosisSentences.of(diagnosis);
    return Map.of(
        "examples", diagnosis.examples(),
        "bins", diagnosis.bins(),
        "bootstraps", diagnosis.bootstraps(),
        "predictions", diagnosis.predictions(),
        "modes", JsonNames.words(diagnosis.modes()),
        "verdict", verdict(diagnosis.verdict(), sentences));
  }

  private static Map<String, Object> verdict(TeacherVerdict verdict, List<String> sentences) {
    return Map.of(
        "scores", JsonNames.words(verdict.scores()),
        "limitingClass", verdict.limitingClass(),
        "worstGap", verdict.worstGap(),
        "chance", verdict.chance(),
        "chanceUpper", verdict.chanceUpper(),
        "student", JsonNames.words(verdict.student()),
        "modes", JsonNames.words(verdict.modes()),
        "sentences", sentences);
  }
}
