package org.limbeck.teacher;

/** Where the label weights of a run come from (docs/method.md, section 3). */
public enum LabelSource {
  /** The labels: no teacher. */
  ONE_HOT,
  /** The teacher's probabilities. */
  TEACHER,
  /** A mix of both, the same for all examples. */
  MIX,
  /**
   * A mix of both with a share for each class: the teacher's mean margin on it (AdaAlpha, Lukasik
   * et al., 2021).
   */
  CLASS_MIX,
  /**
   * A mix of the labels and the teacher's probabilities weighted by the effective number of
   * examples (BKD, Zhang et al., 2021).
   */
  REBALANCED
}
