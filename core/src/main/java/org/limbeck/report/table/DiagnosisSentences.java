package org.limbeck.report.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.ChanceGap;
import org.limbeck.diagnosis.ClassDiagnosis;
import org.limbeck.diagnosis.GapDifference;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.diagnosis.TeacherVerdict;

/** The verdict of a diagnosis in sentences, with the figures behind each. */
public final class DiagnosisSentences {
  /** How every figure of a diagnosis is measured, in words that console and report share. */
  public static final String ESTIMATOR = "measured on examples that the fit did not see";

  private final TeacherVerdict verdict;
  private final ModeDiagnosis used;

  private DiagnosisSentences(TeacherDiagnosis diagnosis) {
    verdict = diagnosis.verdict();
    used = diagnosis.recommended();
  }

  /**
   * Returns three sentences: which class limits the student, which scores to use, and whether to
   * expect a robust student.
   */
  public static List<String> of(TeacherDiagnosis diagnosis) {
    var sentences = new DiagnosisSentences(diagnosis);
    return List.of(sentences.limiting(), sentences.scores(), sentences.student());
  }

  private String limiting() {
    ClassDiagnosis worst = used.worstClass();
    String gap =
        "Class %s limits the student most: its gap of %s is the largest (%d examples, %s by chance)"
            .formatted(
                worst.name(), number(used.worstGap()), worst.count(), orNone(worst.gapByChance()));
    return gap + next(worst) + ".";
  }

  private static String orNone(@Nullable Double value) {
    return value == null ? "none" : number(value);
  }

  private String next(ClassDiagnosis worst) {
    return used.classes().stream()
        .filter(one -> one.gap() != null && one.label() != worst.label())
        .max(Comparator.comparingDouble(one -> Objects.requireNonNull(one.gap())))
        .map(one -> "; next is class %s with %s".formatted(one.name(), orNone(one.gap())))
        .orElse("");
  }

  private String scores() {
    GapDifference chosen = difference(used.mode());
    GapDifference best =
        verdict.modes().stream()
            .filter(GapDifference::plausible)
            .min(Comparator.comparingDouble(GapDifference::difference))
            .orElseThrow();
    String text = "Use %s scores: their worst gap is %s".formatted(name(), number(used.worstGap()));
    text +=
        chosen.difference() == 0
            ? ", the smallest"
            : ", within noise of %s with %s (%s), and simpler"
                .formatted(best.mode().label(), number(best.worstGap()), interval(chosen));
    String others = others(chosen, best);
    return others.isEmpty() ? text + "." : text + "; " + others + ".";
  }

  private String others(GapDifference chosen, GapDifference best) {
    return verdict.modes().stream()
        .filter(mode -> mode.mode() != chosen.mode() && mode.mode() != best.mode())
        .filter(mode -> verdict.costed() || mode.mode() != ScoreMode.UNCOSTED)
        .map(
            mode ->
                "%s %s (%s)"
                    .formatted(mode.mode().label(), number(mode.worstGap()), interval(mode)))
        .collect(Collectors.joining("; "));
  }

  private String name() {
    return verdict.costed() || used.mode() != ScoreMode.RAW
        ? used.mode().label()
        : "raw (no costs to undo)";
  }

  private GapDifference difference(ScoreMode mode) {
    return verdict.modes().stream().filter(one -> one.mode() == mode).findFirst().orElseThrow();
  }

  private String interval(GapDifference mode) {
    if (!mode.plausible()) {
      double smallest =
          verdict.modes().stream()
              .mapToDouble(GapDifference::negativeLogLikelihood)
              .min()
              .orElseThrow();
      return "out of the running with an NLL of %s against %s"
          .formatted(number(mode.negativeLogLikelihood()), number(smallest));
    }
    return "%s more than the smallest, 95 %% interval %s to %s"
        .formatted(number(mode.difference()), number(mode.low()), number(mode.high()));
  }

  private String student() {
    ChanceGap chance = used.chance();
    String figures =
        "the worst gap is %s, where right scores show %s by chance (95 %% of draws: up to %s)"
            .formatted(
                number(used.worstGap()), number(chance.worst()), number(chance.worstUpper()));
    ClassDiagnosis most = used.mostExceeding();
    String excess =
        "; class %s exceeds its own chance most, by %s (95 %% of draws: up to %s)"
            .formatted(most.name(), number(most.excess()), number(chance.excessUpper()));
    String off =
        ": its error can be misjudged by %s points"
            .formatted(String.format(Locale.ROOT, "%.0f", 50 * most.excess()));
    return switch (verdict.student()) {
      case GOOD -> "Expect a robust student: " + figures + excess + ", so no gap is proven.";
      case FAIR -> "Expect a robust student with reservations: " + figures + excess + off + ".";
      case POOR -> "Do not expect a robust student: " + figures + excess + off + ".";
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
