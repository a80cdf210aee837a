package org.limbeck.calibration;

import org.limbeck.objective.ClassPrior;

/**
 * A teacher's logits for a held-out split, on which calibration is fitted and measured.
 *
 * @param logits row-major {@code [examples, classes]}
 * @param labels {@code [examples]}; every class occurs
 * @param trainPrior label frequencies of the training split
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, read-only
public record HeldOutScores(float[] logits, int[] labels, ClassPrior trainPrior) {
  public HeldOutScores {
    if (logits.length != (long) labels.length * trainPrior.classes()) {
      throw new IllegalArgumentException(
          "expected %d x %d logits, found %d"
              .formatted(labels.length, trainPrior.classes(), logits.length));
    }
  }

  /** The label frequencies of the split. */
  public ClassPrior prior() {
    return LabelShift.frequencies(labels, trainPrior.classes());
  }
}
