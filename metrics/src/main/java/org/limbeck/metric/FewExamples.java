package org.limbeck.metric;

/** The numbers of examples below which a share of them tells little and is marked. */
public final class FewExamples {
  /** On test: 15 right of 30 may stand for 31 to 69 %. */
  public static final int TEST = 30;

  /** On validation, where choices are made: with 9 examples one of them is 11 points. */
  public static final int VALIDATION = 10;

  private FewExamples() {}

  /** Whether {@code examples} of a test split, or of any split that is reported, are few. */
  public static boolean onTest(int examples) {
    return examples < TEST;
  }

  /** Whether {@code examples} of a validation split are few. */
  public static boolean onValidation(int examples) {
    return examples < VALIDATION;
  }
}
