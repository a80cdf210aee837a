package org.limbeck.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.base.CsvText;
import org.limbeck.data.Split;
import org.limbeck.metric.ArgMax;

/**
 * What a network predicts for a split.
 *
 * @param split which
 * @param classes m
 * @param labels {@code [examples]}
 * @param groups {@code [examples]}; empty where there are none
 * @param probabilities row-major {@code [examples, classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record Predictions(
    Split split, int classes, int[] labels, int[] groups, float[] probabilities) {
  // About what a probability takes in the file, with its comma.
  private static final int CHARACTERS = 12;

  /** The predicted classes, {@code [examples]}. */
  public int[] predicted() {
    return ArgMax.of(probabilities, classes);
  }

  /** The predictions at {@code indices}, in that order. */
  public Predictions select(int[] indices) {
    var rows = new float[indices.length * classes];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(probabilities, indices[i] * classes, rows, i * classes, classes);
    }
    return new Predictions(split, classes, chosen(labels, indices), chosen(groups, indices), rows);
  }

  private static int[] chosen(int[] of, int[] indices) {
    return of.length == 0 ? of : Arrays.stream(indices).map(i -> of[i]).toArray();
  }

  /** log p, row-major {@code [examples, classes]}; a p of 0 counts as the smallest float. */
  public float[] logProbabilities() {
    var logs = new float[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(Math.max(Float.MIN_VALUE, probabilities[i]));
    }
    return logs;
  }

  /**
   * The probabilities in double precision, as a reader of {@link #toCsv} gets them: metrics of the
   * file are the metrics of the run to the last digit.
   */
  public double[] toDoubles() {
    var doubles = new double[probabilities.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = Double.parseDouble(Float.toString(probabilities[i]));
    }
    return doubles;
  }

  /** CSV with the columns {@code label,p0,...}, as {@code limbeck evaluate} reads it. */
  public String toCsv() {
    List<String> header =
        Stream.concat(Stream.of("label"), IntStream.range(0, classes).mapToObj(y -> "p" + y))
            .toList();
    Stream<List<String>> rows = IntStream.range(0, labels.length).mapToObj(this::fields);
    return CsvText.of(header, rows, probabilities.length * CHARACTERS);
  }

  private List<String> fields(int example) {
    List<String> fields = new ArrayList<>(classes + 1);
    fields.add(Integer.toString(labels[example]));
    for (int y = 0; y < classes; y++) {
      fields.add(Float.toString(probabilities[example * classes + y]));
    }
    return fields;
  }
}
