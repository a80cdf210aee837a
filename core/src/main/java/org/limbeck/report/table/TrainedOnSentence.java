package org.limbeck.report.table;

import org.limbeck.teacher.foreign.ForeignTeacher;

/** What the examples that a foreign teacher learned from mean for its calibration, in words. */
public final class TrainedOnSentence {
  private TrainedOnSentence() {}

  /** A sentence or two on a teacher; it is the subject. */
  public static String of(ForeignTeacher teacher) {
    return switch (teacher.trainedOn()) {
      case UNKNOWN ->
          "Which examples it learned from is not known. If it has seen those of validation, its"
              + " scores there are better than on new examples, and so are its calibration and"
              + " these figures. Say it in the study file: trainedOn: other, training or validation;"
              + " no run is done again for it.";
      case OTHER ->
          "It learned from none of the study's examples, so its scores of all splits are like those"
              + " of new examples.";
      case TRAINING ->
          "It learned from examples of training, not of validation: its calibration is fitted on"
              + " examples that are new to it and holds for such. Its scores of the training"
              + " examples, which students learn from, are more confident than those, as a teacher's"
              + " own always are.";
      case VALIDATION ->
          "It learned from examples of validation: its scores there are too good. Its calibration"
              + " leaves it too confident, its gaps look too small, and so does what students"
              + " inherit. Better give scores of examples that it had not seen (out of fold), or cut"
              + " validation from others.";
    };
  }
}
