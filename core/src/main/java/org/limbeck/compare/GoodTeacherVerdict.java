package org.limbeck.compare;

import java.util.Locale;
import java.util.Optional;
import org.limbeck.metric.Estimate;
import org.limbeck.metric.PredictorComparison;

/** The answer of {@link GoodTeacher} in one sentence. */
public final class GoodTeacherVerdict {
  private static final String CALIBRATION =
      "Calibration predicts better, as the theory says: students of teachers with a smaller worst gap"
          + " have a better worst class (rho %s), more surely than those of teachers whose own worst"
          + " class is better (rho %s).";
  private static final String ROBUSTNESS =
      "Robustness predicts better, against the theory: students of teachers whose own worst class is"
          + " better have a better one (rho %2$s), more surely than those of teachers with a smaller"
          + " worst gap (rho %1$s).";
  private static final String NEITHER =
      "Neither predicts in the direction that is claimed for it: the theory expects rho < 0 for the"
          + " worst gap (found %s), robustness rho > 0 for the teacher's own worst-class accuracy"
          + " (found %s).";
  private static final String FEW =
      "It cannot be told with %s: they are too few, or too alike, for an interval.";
  private static final String UNDECIDED =
      "It cannot be told with %s whether calibration or robustness predicts better: the interval of"
          + " the difference includes 0 (rho %s of the worst gap, %s of the teacher's own worst-class"
          + " accuracy)";

  private GoodTeacherVerdict() {}

  /** The sentence about one comparison, first value the gap, second the teacher's accuracy. */
  public static String of(Optional<PredictorComparison> comparison) {
    return comparison
        .map(GoodTeacherVerdict::of)
        .orElse("It cannot be told: the teachers, or their students, all have the same value.");
  }

  private static String of(PredictorComparison comparison) {
    String gap = rho(comparison.first());
    String accuracy = rho(comparison.second());
    String teachers = teachers(comparison.clusters());
    return switch (comparison.better()) {
      case FIRST -> CALIBRATION.formatted(gap, accuracy);
      case SECOND -> ROBUSTNESS.formatted(gap, accuracy);
      case NEITHER -> NEITHER.formatted(gap, accuracy);
      case UNDECIDED ->
          comparison.difference().low() == null
              ? FEW.formatted(teachers)
              : UNDECIDED.formatted(teachers, gap, accuracy) + ".";
    };
  }

  private static String rho(Estimate estimate) {
    return String.format(Locale.ROOT, "%+.2f", estimate.value()).replace('-', '\u2212');
  }

  private static String teachers(int clusters) {
    return clusters == 1 ? "1 teacher" : clusters + " trained teachers";
  }
}
