package org.limbeck.cli.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.diagnosis.ClassDiagnosis;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.report.table.DiagnosisSentences;
import org.limbeck.workflow.DiagnosedScores;

/** A diagnosis as text: the modes, the classes in the recommended one, the verdict. */
public final class DiagnoseText {
  private static final int MOST_CLASSES = 40;
  private static final int WORST_CLASSES = 20;
  private static final List<String> MODES =
      List.of(
          "scores", "worst gap", "by chance", "up to", "ECE", "class ECE", "NLL", "Brier", "class");
  private static final List<String> CLASSES =
      List.of(
          "class", "count", "accuracy", "at least", "gap", "by chance", "ECE", "over-confident");

  private final DiagnosedScores scores;
  private final TeacherDiagnosis diagnosis;
  private final StringBuilder text = new StringBuilder();

  private DiagnoseText(DiagnosedScores scores) {
    this.scores = scores;
    diagnosis = scores.diagnosis();
  }

  public static String of(DiagnosedScores scores) {
    var writer = new DiagnoseText(scores);
    writer.head();
    writer.modes();
    writer.classes();
    writer.verdict();
    writer.notes();
    return writer.text.toString();
  }

  private void head() {
    ClassMetrics metrics = diagnosis.predictions();
    line("%s: %d examples in %d classes", scores.title(), diagnosis.examples(), metrics.classes());
    line(
        "predicts with accuracy %s %%, balanced %s %%, worst class %s %% (class %s)",
        percent(metrics.accuracy()),
        percent(metrics.balancedAccuracy()),
        percent(metrics.worstClassAccuracy()),
        diagnosis.recommended().classes().get(metrics.worstClass()).name());
    line("");
  }

  private void modes() {
    line(
        "Calibration in each score mode, %s; ECE in %%, 0 is perfect, * recommended:",
        DiagnosisSentences.ESTIMATOR);
    var table = new TextTable(MODES, 1);
    for (ModeDiagnosis mode : diagnosis.modes()) {
      boolean recommended = mode.mode() == diagnosis.verdict().scores();
      table.add(
          List.of(
              mode.mode().label() + (recommended ? " *" : ""),
              number(mode.worstGap()),
              number(mode.chance().worst()),
              number(mode.chance().worstUpper()),
              percent(mode.measured().expectedCalibrationError()),
              percent(mode.measured().meanClasswiseCalibrationError()),
              number(mode.measured().negativeLogLikelihood()),
              number(mode.measured().brier()),
              mode.worstClass().name()));
    }
    text.append(table);
    line("");
  }

  private void classes() {
    List<ClassDiagnosis> all = diagnosis.recommended().classes();
    boolean many = all.size() > MOST_CLASSES;
    List<ClassDiagnosis> shown =
        many ? all.stream().sorted(worst()).limit(WORST_CLASSES).toList() : all;
    line(
        "Classes with %s scores; accuracy and ECE in %%, over-confident in points:",
        diagnosis.verdict().scores().label());
    var table = new TextTable(CLASSES, 1);
    shown.forEach(one -> table.add(row(one)));
    text.append(table);
    if (many) {
      line(
          "The %d largest gaps of %d classes are shown; --json has them all.",
          shown.size(), all.size());
    }
    line("");
  }

  private static Comparator<ClassDiagnosis> worst() {
    return Comparator.comparingDouble(one -> -Objects.requireNonNullElse(one.gap(), -1.0));
  }

  private static List<String> row(ClassDiagnosis one) {
    return List.of(
        one.name(),
        Integer.toString(one.count()),
        percent(one.accuracy()),
        percent(one.accuracyLowerBound()),
        number(one.gap()),
        number(one.gapByChance()),
        percent(one.calibrationError()),
        confidence(one));
  }

  private static String confidence(ClassDiagnosis one) {
    Double over = one.overconfidence();
    if (over == null) {
      return "never predicted";
    }
    String points = String.format(Locale.ROOT, "%+.1f", 100 * over);
    return switch (one.confidence()) {
      case OVER -> points + " over";
      case UNDER -> points + " under";
      case RIGHT -> points;
    };
  }

  private void verdict() {
    line("Verdict");
    DiagnosisSentences.of(diagnosis).forEach(sentence -> line("- %s", sentence));
    line("");
  }

  private void notes() {
    line("What this rests on");
    scores.notes().forEach(note -> line("- %s", note));
    line("- temperature and per-class scales are fitted on one half of the examples and measured");
    line("  on the other, and the other way round; %d bins", diagnosis.bins());
    line(
        "- by chance: labels drawn from the scores %d times; intervals: %d bootstrap resamples",
        diagnosis.recommended().chance().draws(), diagnosis.bootstraps());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "none" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
