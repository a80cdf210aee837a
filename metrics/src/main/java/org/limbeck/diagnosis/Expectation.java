package org.limbeck.diagnosis;

/**
 * What to expect of a robust student, judged by its teacher's calibration (docs/method.md, section
 * 4).
 *
 * <p>The 0-1 risk of a class under the teacher's scores is off by at most half its gap. The class
 * whose gap exceeds its gap by chance most decides, by that excess.
 */
public enum Expectation {
  /** No gap beyond chance: nothing in the calibration speaks against a robust student. */
  GOOD,
  /** A gap beyond chance that lets a class risk be off by 10 points at most. */
  FAIR,
  /** A gap beyond chance that lets a class risk be off by more than 10 points. */
  POOR;

  private static final double FAIR_EXCESS = 0.2;

  /** The expectation that the scores in one mode justify. */
  static Expectation of(ModeDiagnosis scores) {
    double excess = scores.mostExceeding().excess();
    ChanceGap chance = scores.chance();
    if (scores.worstGap() <= chance.worstUpper() && excess <= chance.excessUpper()) {
      return GOOD;
    }
    return excess <= FAIR_EXCESS ? FAIR : POOR;
  }
}
