package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.LogitRows;
import org.limbeck.diagnosis.RawScores;
import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** Makes logits in the order of the data from the numbers that a foreign teacher gives. */
final class ScoreIntake {
  private final String where;
  private final ColumnOrder order;
  private final List<String> notes = new ArrayList<>();

  /**
   * An intake.
   *
   * @param where how messages call the teacher
   */
  ScoreIntake(String where, ColumnOrder order) {
    this.where = where;
    this.order = order;
  }

  ColumnOrder order() {
    return order;
  }

  /** What was found, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Turns values into logits, in place.
   *
   * @param values row-major {@code [rows, columns]} as they were given
   * @param declared what they are said to be; found from themselves if empty
   * @return what they are
   * @throws LimbeckException if they are not what they are said to be, or cannot be told
   */
  Kind toLogits(float[] values, Optional<Kind> declared) {
    requireFinite(values);
    order.arrange(values);
    RawScores raw = RawScores.of(LogitRows.of(values, order.classes().size()));
    Kind kind = new KindDecision(where, raw, notes).kind(declared);
    if (kind == Kind.PROBABILITIES) {
      toLogs(values);
    }
    return kind;
  }

  private void requireFinite(float[] values) {
    int m = order.columns().size();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new LimbeckException(
            "%s, row %d, class '%s': %s instead of a score; correct it, or leave the row out"
                .formatted(where, i / m + 1, order.columns().get(i % m), values[i]));
      }
    }
  }

  /** A probability of 0 counts as the smallest float32 number, as everywhere. */
  private static void toLogs(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.log(Math.max(values[i], Float.MIN_VALUE));
    }
  }

  /** Checks logits that {@link #toLogits} made against labels; see {@link LabelCheck}. */
  void check(LabelledScores scores) {
    notes.addAll(new LabelCheck(where, order).check(scores));
  }
}
