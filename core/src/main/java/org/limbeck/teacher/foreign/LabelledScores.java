package org.limbeck.teacher.foreign;

import org.limbeck.calibration.LogitRows;
import org.limbeck.diagnosis.LabelledRows;

/**
 * Logits with the labels of their examples.
 *
 * @param logits row-major {@code [rows, classes]}, in the order of the data; may hold other rows
 * @param rows of the examples with labels, {@code [examples]}
 * @param labels of these, {@code [examples]}
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
record LabelledScores(float[] logits, int[] rows, int[] labels) {
  LabelledRows canonical(int classes) {
    return new LabelledRows(LogitRows.of(logits, classes).canonical(), rows, labels);
  }
}
