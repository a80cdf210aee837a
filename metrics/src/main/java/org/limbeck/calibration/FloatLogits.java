package org.limbeck.calibration;

import java.util.stream.IntStream;

/**
 * Float32 logits less a constant for each example. The constant is in double precision, so that the
 * canonical form of a large table takes no second table and rounds nothing.
 *
 * @param logits row-major {@code [examples, classes]}
 * @param constants {@code [examples]}
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
record FloatLogits(float[] logits, double[] constants, int classes) implements LogitRows {
  static FloatLogits of(float[] values, int classes) {
    if (classes < 1 || values.length % classes != 0) {
      throw new IllegalArgumentException(
          "expected rows of %d logits, found %d logits".formatted(classes, values.length));
    }
    return new FloatLogits(values, new double[values.length / classes], classes);
  }

  @Override
  public int examples() {
    return constants.length;
  }

  @Override
  public void read(int example, double[] row) {
    int start = example * classes;
    for (int y = 0; y < classes; y++) {
      row[y] = logits[start + y] - constants[example];
    }
  }

  @Override
  public LogitRows canonical() {
    double[] logs =
        IntStream.range(0, examples()).parallel().mapToDouble(this::logSumExp).toArray();
    return new FloatLogits(logits, logs, classes);
  }

  private double logSumExp(int example) {
    var row = new double[classes];
    for (int y = 0; y < classes; y++) {
      row[y] = logits[example * classes + y];
    }
    return Softmax.logSumExp(row, 0, classes);
  }
}
