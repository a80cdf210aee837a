package org.limbeck.train;

import org.limbeck.data.Split;

/**
 * What a network predicts for a split.
 *
 * @param split which
 * @param classes m
 * @param labels {@code [examples]}
 * @param probabilities row-major {@code [examples, classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record Predictions(Split split, int classes, int[] labels, float[] probabilities) {

  /** The class with the largest value in each row; the lowest of equals. */
  public static int[] argmax(float[] rows, int classes) {
    var best = new int[rows.length / classes];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > rows[i / classes * classes + best[i / classes]]) {
        best[i / classes] = i % classes;
      }
    }
    return best;
  }

  /** The predicted classes, {@code [examples]}. */
  public int[] predicted() {
    return argmax(probabilities, classes);
  }

  /** The probabilities in double precision. */
  public double[] toDoubles() {
    var doubles = new double[probabilities.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = probabilities[i];
    }
    return doubles;
  }

  /** CSV with the columns {@code label,p0,...}, as {@code limbeck evaluate} reads it. */
  public String toCsv() {
    var csv = new StringBuilder(probabilities.length * 12).append("label");
    for (int y = 0; y < classes; y++) {
      csv.append(",p").append(y);
    }
    for (int i = 0; i < labels.length; i++) {
      csv.append('\n').append(labels[i]);
      for (int y = 0; y < classes; y++) {
        csv.append(',').append(probabilities[i * classes + y]);
      }
    }
    return csv.append('\n').toString();
  }
}
