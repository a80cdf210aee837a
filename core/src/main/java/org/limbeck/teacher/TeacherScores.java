package org.limbeck.teacher;

/**
 * A teacher's raw logits for the examples that its students learn from; computed once per teacher.
 *
 * @param classes m
 * @param train logits of the training split, row-major {@code [examples, classes]}
 * @param validation logits of the validation split
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record TeacherScores(int classes, float[] train, float[] validation) {
  public TeacherScores {
    if (train.length % classes != 0 || validation.length % classes != 0) {
      throw new IllegalArgumentException("no whole rows of " + classes + " classes");
    }
  }
}
