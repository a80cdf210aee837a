package org.limbeck.teacher.foreign;

/**
 * A teacher that was trained elsewhere.
 *
 * @param name its row in tables
 * @param source where its scores come from
 * @param trainedOn which examples of the study it may have learned from
 */
public record ForeignTeacher(String name, ForeignSource source, TrainedOn trainedOn) {
  /** Which examples of a study a foreign teacher has learned from. */
  public enum TrainedOn {
    /** Not known; the report says what that means for its calibration. */
    UNKNOWN,
    /** None of them. */
    OTHER,
    /** Those of the training split, or some of them. */
    TRAINING,
    /** Those of training and validation: its scores of validation look better than they are. */
    VALIDATION
  }
}
