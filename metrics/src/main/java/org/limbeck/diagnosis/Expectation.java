package org.limbeck.diagnosis;

/**
 * What a teacher's calibration lets one expect of a robust student (docs/method.md, section 4).
 *
 * <p>The 0-1 risk of a class under the teacher's scores is off by at most half its gap. What is
 * left of a class's gap when its gap by chance is taken off decides, for the class where that is
 * most.
 */
public enum Expectation {
  /** No gap beyond chance: nothing in the calibration speaks against a robust student. */
  GOOD("yes"),
  /** A gap beyond chance that lets a class risk be off by 10 points at most. */
  FAIR("with reserve"),
  /** A gap beyond chance that lets a class risk be off by more than 10 points. */
  POOR("no");

  private static final double FAIR_EXCESS = 0.2;

  private final String label;

  Expectation(String label) {
    this.label = label;
  }

  /** Whether to expect a robust student, in a word. */
  public String label() {
    return label;
  }

  /** From the scores in one mode. */
  static Expectation of(ModeDiagnosis scores) {
    double excess = scores.mostExceeding().excess();
    ChanceGap chance = scores.chance();
    if (scores.worstGap() <= chance.worstUpper() && excess <= chance.excessUpper()) {
      return GOOD;
    }
    return excess <= FAIR_EXCESS ? FAIR : POOR;
  }
}
