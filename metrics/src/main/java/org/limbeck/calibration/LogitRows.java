package org.limbeck.calibration;

/**
 * The logits of some examples, read one example at a time in double precision.
 *
 * <p>A constant added to the logits of one example changes none of its probabilities. In canonical
 * form that constant is chosen so that each row holds log-probabilities, z - log sum_y exp(z_y):
 * then logits, logits plus a constant, and probabilities are the same numbers.
 */
public sealed interface LogitRows permits FloatLogits, LogProbabilities {
  /**
   * Logits as they are, which are shared, not copied.
   *
   * @param values row-major {@code [examples, classes]}
   */
  static LogitRows of(float[] values, int classes) {
    return FloatLogits.of(values, classes);
  }

  /** The number of examples n. */
  int examples();

  /** The number of classes m. */
  int classes();

  /** Writes the logits of one example, {@code [classes]}. */
  void read(int example, double[] row);

  /** All logits, row-major {@code [examples, classes]}; a new array. */
  default double[] values() {
    int m = classes();
    var values = new double[Math.multiplyExact(examples(), m)];
    var row = new double[m];
    for (int i = 0; i < examples(); i++) {
      read(i, row);
      System.arraycopy(row, 0, values, i * m, m);
    }
    return values;
  }

  /** The same rows in canonical form; rows in canonical form stay as they are, to the last bit. */
  LogitRows canonical();
}
