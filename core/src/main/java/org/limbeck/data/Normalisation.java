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
    int perChannel = examples.exampleSize() / channels;
    double count = (double) perChannel * examples.size();
    float[] values = examples.values();
    var sum = new double[channels];
    for (int i = 0; i < values.length; i++) {
      sum[(i / perChannel) % channels] += values[i];
    }
    var squares = new double[channels];
    for (int i = 0; i < values.length; i++) {
      int channel = (i / perChannel) % channels;
      double distance = values[i] - sum[channel] / count;
      squares[channel] += distance * distance;
    }
    var mean = new float[channels];
    var deviation = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = (float) (sum[c] / count);
      float spread = (float) Math.sqrt(squares[c] / count);
      // What float32 cannot tell from rounding of the mean does not vary.
      deviation[c] = spread > 1e-6f * Math.abs(mean[c]) ? spread : 1f;
    }
    return new Normalisation(mean, deviation);
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
