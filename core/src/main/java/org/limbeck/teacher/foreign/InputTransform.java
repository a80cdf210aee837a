package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.stream.DoubleStream;
import org.limbeck.LimbeckException;

/**
 * What is done to a raw value: (x scale - mean) / deviation, by channel.
 *
 * @param mean {@code [channels]}
 * @param deviation {@code [channels]}
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
record InputTransform(double scale, double[] mean, double[] deviation) {
  /**
   * The transform that a user gives.
   *
   * @param place for messages
   */
  static InputTransform of(String place, ModelInput input, int channels) {
    return new InputTransform(
        input.scale().orElse(1),
        byChannel(place, "mean", input.mean(), 0, channels),
        byChannel(place, "deviation", input.deviation(), 1, channels));
  }

  private static double[] byChannel(
      String place, String key, List<Double> given, double usual, int channels) {
    if (given.size() > 1 && given.size() != channels) {
      throw new LimbeckException(
          "%s: input.%s has %d values; give one, or one for each of the %d channels"
              .formatted(place, key, given.size(), channels));
    }
    for (double value : given) {
      if (!Double.isFinite(value) || (key.equals("deviation") && value <= 0)) {
        throw new LimbeckException(
            "%s: input.%s: %s; give finite numbers%s"
                .formatted(place, key, value, key.equals("deviation") ? " above 0" : ""));
      }
    }
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(channels)
        .map(i -> given.isEmpty() ? usual : given.get(given.size() == 1 ? 0 : (int) i))
        .toArray();
  }

  /** The value that the model gets. */
  float apply(float raw, int channel) {
    return (float) ((raw * scale - mean[channel]) / deviation[channel]);
  }
}
