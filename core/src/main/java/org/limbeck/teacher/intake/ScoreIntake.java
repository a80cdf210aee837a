package org.limbeck.teacher.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.LimbeckException;
import org.limbeck.diagnosis.RawScores;
import org.limbeck.scores.column.ScoreKind;

/** Makes logits in the order of the data from the numbers that a foreign teacher gives. */
public final class ScoreIntake {
  private static final double FAR = 1000;

  private final String where;
  private final ColumnOrder order;
  private final int[] places;
  private final boolean insists;
  private final List<String> notes = new ArrayList<>();

  /**
   * An intake.
   *
   * @param where how messages call the teacher
   */
  public ScoreIntake(String where, ColumnOrder order) {
    this(where, order, false);
  }

  /**
   * An intake of scores that are what they are said to be.
   *
   * @param insists whether what is certain against it is a note, where scores can be read at all
   */
  public ScoreIntake(String where, ColumnOrder order, boolean insists) {
    this.where = where;
    this.insists = insists;
    this.order = order;
    places = order.places();
  }

  /** What was found, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * What numbers are.
   *
   * @param raw what they look like
   * @param declared what they are said to be
   * @throws LimbeckException if they are not what they are said to be, or cannot be told
   */
  public ScoreKind kind(RawScores raw, Optional<ScoreKind> declared) {
    return new KindDecision(where, raw, insists, notes).kind(declared);
  }

  /**
   * Writes the logits of an example in the order of the data.
   *
   * @param row its numbers as they were given, finite, {@code [columns]}; the array is used
   * @param kind what they are
   */
  public void write(double[] row, ScoreKind kind, float[] logits, int start) {
    if (kind == ScoreKind.PROBABILITIES) {
      toLogs(row);
    } else {
      comeNear(row);
    }
    for (int column = 0; column < row.length; column++) {
      logits[start + places[column]] = (float) row[column];
    }
  }

  /** A probability of 0 counts as the smallest float32 number, as everywhere. */
  private static void toLogs(double[] row) {
    for (int y = 0; y < row.length; y++) {
      row[y] = Math.log(Math.max(row[y], Float.MIN_VALUE));
    }
  }

  /** Takes the largest away from logits that are so far from 0 that float32 would round them. */
  private static void comeNear(double[] row) {
    double largest = Arrays.stream(row).max().orElseThrow();
    double least = Arrays.stream(row).min().orElseThrow();
    if (least > FAR || largest < -FAR) {
      Arrays.setAll(row, y -> row[y] - largest);
    }
  }

  /**
   * Turns float32 values into logits, in place.
   *
   * @param values row-major {@code [examples, columns]} as they were given
   * @param declared what they are said to be; found from themselves if empty
   * @return what they are
   * @throws LimbeckException if one is not finite, or as {@link #kind}
   */
  public ScoreKind toLogits(float[] values, Optional<ScoreKind> declared) {
    int m = places.length;
    requireFinite(values);
    ScoreKind kind =
        kind(RawScores.of(values.length / m, m, (i, row) -> read(values, i * m, row)), declared);
    var row = new double[m];
    for (int start = 0; start < values.length; start += m) {
      read(values, start, row);
      write(row, kind, values, start);
    }
    return kind;
  }

  private static void read(float[] values, int start, double[] row) {
    for (int y = 0; y < row.length; y++) {
      row[y] = values[start + y];
    }
  }

  private void requireFinite(float[] values) {
    int m = places.length;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new LimbeckException(
            "%s, example %d, class '%s': %s instead of a score; correct it, or leave the example out"
                .formatted(where, i / m + 1, order.columns().get(i % m), values[i]));
      }
    }
  }

  /**
   * Checks logits in the order of the data against labels; see {@link LabelCheck}.
   *
   * @param parts with labels, one or more
   */
  public void check(List<LabelledScores> parts) {
    check(parts, () -> "");
  }

  /**
   * The same for a model, whose inputs may be wrong.
   *
   * @param inputAdvice what other inputs would change, the end of a sentence or empty; asked for
   *     where the scores say little about the labels
   */
  public void check(List<LabelledScores> parts, Supplier<String> inputAdvice) {
    notes.addAll(new LabelCheck(where, order, insists, inputAdvice).check(parts));
  }
}
