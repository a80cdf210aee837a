package org.limbeck.data;

import java.util.Arrays;

/**
 * The shift and scale of the input: (x - mean) / deviation, one pair for each channel.
 *
 * <p>Fitted on the training split; a channel that never varies gets deviation 1. For a table each
 * feature is a channel.
 *
 * @param mean {@code [channels]}
 * @param deviation {@code [channels]}, each &gt; 0
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record Normalisation(float[] mean, float[] deviation) {

  /** The normalisation of these examples. */
  public static Normalisation of(Examples examples) {
    int channels = examples.shape()[0];
    Moments moments =
        examples.values() instanceof ByteValues bytes
            ? ofBytes(bytes, channels)
            : ofFloats(examples, channels);
    var mean = new float[channels];
    var deviation = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = (float) moments.mean()[c];
      float spread = (float) Math.sqrt(moments.variance()[c]);
      // What float32 cannot tell from rounding of the mean does not vary.
      deviation[c] = spread > 1e-6f * Math.abs(mean[c]) ? spread : 1f;
    }
    return new Normalisation(mean, deviation);
  }

  @SuppressWarnings("ArrayRecordComponent") // a pair on its way through one method
  private record Moments(double[] mean, double[] variance) {}

  private static Moments ofFloats(Examples examples, int channels) {
    int perChannel = examples.exampleSize() / channels;
    double count = (double) perChannel * examples.size();
    var row = new float[examples.exampleSize()];
    var mean = new double[channels];
    for (int example = 0; example < examples.size(); example++) {
      examples.values().read(example, row, 0);
      for (int i = 0; i < row.length; i++) {
        mean[i / perChannel] += row[i];
      }
    }
    Arrays.setAll(mean, c -> mean[c] / count);
    var variance = new double[channels];
    for (int example = 0; example < examples.size(); example++) {
      examples.values().read(example, row, 0);
      for (int i = 0; i < row.length; i++) {
        double distance = row[i] - mean[i / perChannel];
        variance[i / perChannel] += distance * distance;
      }
    }
    Arrays.setAll(variance, c -> variance[c] / count);
    return new Moments(mean, variance);
  }

  /** From one pass that counts how often each of the 256 values occurs. */
  private static Moments ofBytes(ByteValues values, int channels) {
    int perChannel = values.exampleSize() / channels;
    double count = (double) perChannel * values.examples();
    var occurrences = new long[channels][256];
    var row = new byte[values.exampleSize()];
    for (int example = 0; example < values.examples(); example++) {
      values.read(example, row, 0);
      for (int i = 0; i < row.length; i++) {
        occurrences[i / perChannel][row[i] & 0xff]++;
      }
    }
    var mean = new double[channels];
    var variance = new double[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = moment(occurrences[c], 0, 1) / count;
      variance[c] = moment(occurrences[c], mean[c], 2) / count;
    }
    return new Moments(mean, variance);
  }

  private static double moment(long[] occurrences, double centre, int power) {
    double sum = 0;
    for (int value = 0; value < occurrences.length; value++) {
      sum += occurrences[value] * Math.pow(value - centre, power);
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalisation that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(deviation, that.deviation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
  }
}
