package org.limbeck.teacher;

import org.limbeck.data.Split;

/**
 * A teacher's raw logits for the examples that its students learn from; computed once per teacher.
 *
 * @param classes m
 * @param train logits of the training split, row-major {@code [examples, classes]}
 * @param validation logits of the validation split; empty where a foreign teacher has none
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record TeacherScores(int classes, float[] train, float[] validation) {
  public TeacherScores {
    if (train.length % classes != 0 || validation.length % classes != 0) {
      throw new IllegalArgumentException("no whole rows of " + classes + " classes");
    }
  }

  /** Whether there are scores of the validation split. */
  public boolean hasValidation() {
    return validation.length > 0;
  }

  /** The scores of a teacher. */
  public static TeacherScores of(Teacher teacher) {
    return new TeacherScores(
        teacher.classes(), teacher.logits(Split.TRAIN), teacher.logits(Split.VALIDATION));
  }

  /**
   * The logits of a split, row-major {@code [examples, classes]}.
   *
   * @throws IllegalArgumentException for the test split: no student learns from it
   */
  public float[] of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> throw new IllegalArgumentException("a teacher does not score the test split");
    };
  }
}
