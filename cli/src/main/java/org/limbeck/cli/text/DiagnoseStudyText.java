package org.limbeck.cli.text;

import java.util.List;
import java.util.Locale;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.Expectation;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.diagnosis.TeacherVerdict;
import org.limbeck.report.table.DiagnosisSentences;
import org.limbeck.workflow.DiagnosedStudy;

/** The teachers of a study, a line each. */
public final class DiagnoseStudyText {
  private static final List<String> HEADER =
      List.of(
          "teacher",
          "seed",
          "accuracy",
          "worst class",
          "raw gap",
          "best use",
          "worst gap",
          "by chance",
          "up to",
          "class",
          "robust student",
          "run");

  private DiagnoseStudyText() {}

  public static String of(DiagnosedStudy study) {
    var text = new StringBuilder();
    String line = System.lineSeparator();
    text.append(
        "%s: its teachers on validation, gaps %s; accuracies in %%%n%n"
            .formatted(study.name(), DiagnosisSentences.ESTIMATOR));
    var table = new TextTable(HEADER, 1);
    study.teachers().forEach(teacher -> table.add(row(teacher)));
    text.append(table).append(line);
    study.sentences().forEach(sentence -> text.append(sentence).append(line));
    text.append("One teacher in full: limbeck diagnose STUDY/runs/RUN").append(line);
    return text.toString();
  }

  private static List<String> row(DiagnosedStudy.Teacher teacher) {
    TeacherDiagnosis diagnosis = teacher.scores().diagnosis();
    TeacherVerdict verdict = diagnosis.verdict();
    return List.of(
        teacher.objective(),
        Long.toString(teacher.seed()),
        percent(diagnosis.predictions().accuracy()),
        percent(diagnosis.predictions().worstClassAccuracy()),
        number(diagnosis.mode(ScoreMode.RAW).worstGap()),
        verdict.scores().label(),
        number(verdict.worstGap()),
        number(verdict.chance()),
        number(verdict.chanceUpper()),
        verdict.limitingClass(),
        word(verdict.student()),
        teacher.run());
  }

  private static String word(Expectation student) {
    return switch (student) {
      case GOOD -> "yes";
      case FAIR -> "with reservations";
      case POOR -> "no";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
