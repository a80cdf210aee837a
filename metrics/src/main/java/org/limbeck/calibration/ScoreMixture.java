package org.limbeck.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the logits of an ensemble from those of its members, in double precision.
 *
 * <p>With l_k = z_k - log sum_y exp(z_ky), the log-probabilities of member k: log sum_k w_k
 * exp(l_k), or sum_k w_k l_k less its own log sum of exponentials for the mean of logits.
 *
 * @param of what is averaged
 * @param weights of the members, in [0, 1], 1 together
 */
@SuppressWarnings("ArrayRecordComponent") // small, read-only
public record ScoreMixture(Of of, double[] weights) {
  /** What is averaged. */
  public enum Of {
    /** Probabilities. */
    PROBABILITIES,
    /** Their logarithms. */
    LOG_PROBABILITIES
  }

  private static final int ROWS_OF_BLOCK = 1024;

  /**
   * Mixes logits.
   *
   * @param members row-major {@code [examples, classes]} each
   * @return log-probabilities; a new array
   */
  public float[] mixed(List<float[]> members, int classes) {
    int values = members.get(0).length;
    for (float[] member : members) {
      if (member.length != values) {
        throw new IllegalArgumentException(
            "expected %d logits, found %d".formatted(values, member.length));
      }
    }
    var mixed = new float[values];
    int rows = values / classes;
    IntStream.range(0, (rows + ROWS_OF_BLOCK - 1) / ROWS_OF_BLOCK)
        .parallel()
        .forEach(
            block -> {
              int end = Math.min(rows, (block + 1) * ROWS_OF_BLOCK);
              var row = new double[members.size()][classes];
              for (int i = block * ROWS_OF_BLOCK; i < end; i++) {
                mix(members, i * classes, row, mixed);
              }
            });
    return mixed;
  }

  private void mix(List<float[]> members, int start, double[][] row, float[] mixed) {
    for (int k = 0; k < row.length; k++) {
      for (int y = 0; y < row[k].length; y++) {
        row[k][y] = members.get(k)[start + y];
      }
      toLogProbabilities(row[k]);
    }
    double[] result = new double[row[0].length];
    var column = new double[row.length];
    for (int y = 0; y < result.length; y++) {
      for (int k = 0; k < row.length; k++) {
        column[k] = row[k][y];
      }
      result[y] = of == Of.LOG_PROBABILITIES ? mean(column) : logMean(column);
    }
    toLogProbabilities(result);
    for (int y = 0; y < result.length; y++) {
      mixed[start + y] = (float) Math.max(-Float.MAX_VALUE, result[y]);
    }
  }

  private double mean(double[] logs) {
    double sum = 0;
    for (int k = 0; k < logs.length; k++) {
      sum += weights[k] * logs[k];
    }
    return sum;
  }

  private double logMean(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < logs.length; k++) {
      sum += weights[k] * Math.exp(logs[k] - most);
    }
    // Weights of 0 may leave nothing near the largest; float32 holds the result either way.
    return most + Math.log(Math.max(sum, Double.MIN_NORMAL));
  }

  private static void toLogProbabilities(double[] row) {
    double log = Softmax.logSumExp(row, 0, row.length);
    for (int y = 0; y < row.length; y++) {
      row[y] -= log;
    }
  }
}
