package org.limbeck.objective;

/** Which label weights the validation split carries when it drives a student's multipliers. */
public enum ValidationLabels {
  /** The labels themselves. */
  ONE_HOT,
  /** The teacher's probabilities; only a student has them. */
  TEACHER
}
