package org.limbeck.diagnosis;

import java.util.Comparator;
import java.util.List;
import org.limbeck.calibration.ScoreMode;

/**
 * The conclusion of a diagnosis.
 *
 * @param scores the mode to use: the simplest one whose worst gap is within noise of the smallest
 * @param limitingClass the class with the largest gap in that mode
 * @param worstGap that gap
 * @param chance the mean worst gap by chance
 * @param chanceUpper its 95 % quantile
 * @param student what to expect of a robust student
 * @param modes every mode against the plausible one with the smallest worst gap
 * @param costed whether the teacher was trained with costs that differ between classes
 */
public record TeacherVerdict(
    ScoreMode scores,
    String limitingClass,
    double worstGap,
    double chance,
    double chanceUpper,
    Expectation student,
    List<GapDifference> modes,
    boolean costed) {
  // Un-costing has nothing to fit and is right by design; raw scores of a teacher with costs are
  // wrong by design, so they come second. Without costs the two are the same and are called raw.
  private static final List<ScoreMode> SIMPLEST_WITH_COSTS =
      List.of(ScoreMode.UNCOSTED, ScoreMode.RAW, ScoreMode.TEMPERATURE, ScoreMode.PER_CLASS);

  public TeacherVerdict {
    modes = List.copyOf(modes);
  }

  /**
   * The verdict on some modes.
   *
   * @param bootstraps worst gaps of each mode in the same bootstrap resamples
   * @param costed whether the teacher was trained with costs that differ
   */
  static TeacherVerdict of(List<ModeDiagnosis> modes, List<double[]> bootstraps, boolean costed) {
    List<GapDifference> differences = GapDifference.of(modes, bootstraps);
    ScoreMode scores = simplest(differences, costed);
    ModeDiagnosis used =
        modes.stream().filter(mode -> mode.mode() == scores).findFirst().orElseThrow();
    return new TeacherVerdict(
        scores,
        used.worstClass().name(),
        used.worstGap(),
        used.chance().worst(),
        used.chance().worstUpper(),
        Expectation.of(used),
        differences,
        costed);
  }

  private static ScoreMode simplest(List<GapDifference> differences, boolean costed) {
    List<ScoreMode> order = costed ? SIMPLEST_WITH_COSTS : List.of(ScoreMode.values());
    return differences.stream()
        .filter(GapDifference::withinNoise)
        .map(GapDifference::mode)
        .min(Comparator.comparingInt(order::indexOf))
        .orElseThrow();
  }
}
