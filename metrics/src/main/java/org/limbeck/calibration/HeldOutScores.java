package org.limbeck.calibration;

import org.limbeck.objective.ClassPrior;

/**
 * A teacher's logits for a held-out split, on which calibration is fitted and measured.
 *
 * @param rows the logits
 * @param labels {@code [examples]}; every class occurs
 * @param trainPrior label frequencies of the training split
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, read-only
public record HeldOutScores(LogitRows rows, int[] labels, ClassPrior trainPrior) {
  public HeldOutScores {
    if (rows.examples() != labels.length || rows.classes() != trainPrior.classes()) {
      throw new IllegalArgumentException(
          "expected %d x %d logits, found %d x %d"
              .formatted(labels.length, trainPrior.classes(), rows.examples(), rows.classes()));
    }
  }

  /**
   * Logits as they are.
   *
   * @param logits row-major {@code [examples, classes]}
   */
  public HeldOutScores(float[] logits, int[] labels, ClassPrior trainPrior) {
    this(LogitRows.of(logits, trainPrior.classes()), labels, trainPrior);
  }

  /** The same with its rows in canonical form. */
  public HeldOutScores canonical() {
    return new HeldOutScores(rows.canonical(), labels, trainPrior);
  }

  /** The label frequencies of the split. */
  public ClassPrior prior() {
    return LabelShift.frequencies(labels, trainPrior.classes());
  }
}
