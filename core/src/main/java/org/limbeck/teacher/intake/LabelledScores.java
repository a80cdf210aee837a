package org.limbeck.teacher.intake;

import org.limbeck.calibration.LogitRows;
import org.limbeck.diagnosis.LabelledRows;

/**
 * Logits with the labels of their examples.
 *
 * @param logits row-major {@code [examples, classes]}, in the order of the data
 * @param labels {@code [examples]}
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record LabelledScores(float[] logits, int[] labels) {
  LabelledRows canonical(int classes) {
    return new LabelledRows(LogitRows.of(logits, classes).canonical(), labels);
  }
}
