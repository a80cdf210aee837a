package org.limbeck.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Log-probabilities in double precision: logits in canonical form.
 *
 * <p>Rows are kept in blocks: a table of unknown length grows without being copied.
 */
public final class LogProbabilities implements LogitRows {
  private final List<double[]> blocks;
  private final int rowsOfBlock;
  private final int examples;
  private final int classes;

  private LogProbabilities(Builder builder) {
    blocks = List.copyOf(builder.blocks);
    rowsOfBlock = builder.rowsOfBlock;
    examples = builder.examples;
    classes = builder.classes;
  }

  /**
   * The logarithms of probabilities.
   *
   * @param values row-major {@code [examples, classes]}, as {@link Builder#addProbabilities} takes
   *     them
   */
  public static LogProbabilities of(double[] values, int classes) {
    var builder = new Builder(classes);
    var row = new double[classes];
    for (int start = 0; start < values.length; start += classes) {
      System.arraycopy(values, start, row, 0, classes);
      builder.addProbabilities(row);
    }
    return builder.build();
  }

  @Override
  public int examples() {
    return examples;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void read(int example, double[] row) {
    int start = example % rowsOfBlock * classes;
    System.arraycopy(blocks.get(example / rowsOfBlock), start, row, 0, classes);
  }

  @Override
  public LogitRows canonical() {
    return this;
  }

  /** Collects rows, one example after the other. */
  public static final class Builder {
    private static final int VALUES_OF_BLOCK = 1 << 16;

    // A probability of 0 counts 103 nats, as in the metrics: the smallest that float32 has.
    private static final double SMALLEST = Float.MIN_VALUE;

    private final List<double[]> blocks = new ArrayList<>();
    private final int classes;
    private final int rowsOfBlock;
    private int examples;

    /** Rows of {@code classes} values. */
    public Builder(int classes) {
      this.classes = classes;
      rowsOfBlock = Math.max(1, VALUES_OF_BLOCK / classes);
    }

    /** Adds the log-probabilities of finite logits; the array can be used again. */
    public void addLogits(double[] logits) {
      if (logits.length != classes) {
        throw new IllegalArgumentException(
            "expected %d values, found %d".formatted(classes, logits.length));
      }
      if (examples % rowsOfBlock == 0) {
        blocks.add(new double[rowsOfBlock * classes]);
      }
      double[] block = blocks.get(examples / rowsOfBlock);
      int start = examples % rowsOfBlock * classes;
      double log = Softmax.logSumExp(logits, 0, classes);
      for (int y = 0; y < classes; y++) {
        block[start + y] = logits[y] - log;
      }
      examples++;
    }

    /**
     * Adds the logarithms of probabilities, about 1 together.
     *
     * @param probabilities each in [0, 1]; 0 counts as the smallest float32 number, or as the
     *     smallest other one of the row where that is less
     */
    public void addProbabilities(double[] probabilities) {
      double least = SMALLEST;
      for (double p : probabilities) {
        least = p > 0 ? Math.min(least, p) : least;
      }
      var logs = new double[probabilities.length];
      for (int y = 0; y < logs.length; y++) {
        logs[y] = Math.log(Math.max(probabilities[y], least));
      }
      addLogits(logs);
    }

    /** The rows added; nothing can be added afterwards. */
    public LogProbabilities build() {
      return new LogProbabilities(this);
    }
  }
}
