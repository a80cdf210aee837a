package org.limbeck.diagnosis;

import org.limbeck.calibration.LogitRows;

/**
 * The scores of some examples whose labels are known.
 *
 * @param rows in canonical form
 * @param labels {@code [examples]}, each in [0, classes)
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record LabelledRows(LogitRows rows, int[] labels) {
  public LabelledRows {
    if (rows.examples() != labels.length || labels.length == 0) {
      throw new IllegalArgumentException(
          "expected as many labels as examples, one or more, found %d labels and %d examples"
              .formatted(labels.length, rows.examples()));
    }
    for (int label : labels) {
      if (label < 0 || label >= rows.classes()) {
        throw new IllegalArgumentException(
            "labels: expected [0, %d), found %d".formatted(rows.classes(), label));
      }
    }
  }

  /** The number of examples n. */
  public int size() {
    return labels.length;
  }

  /** The number of classes m. */
  public int classes() {
    return rows.classes();
  }

  /** Writes the log-probabilities of the {@code i}-th example, {@code [classes]}. */
  void read(int i, double[] row) {
    rows.read(i, row);
  }
}
