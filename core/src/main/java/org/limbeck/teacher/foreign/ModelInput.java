package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model gets. What is empty is found from the model's graph and metadata.
 *
 * @param name of the input
 * @param layout of images
 * @param scale what raw values (pixels are 0..255) are multiplied by, before mean and deviation
 * @param mean subtracted by channel; empty for 0
 * @param deviation divided by, by channel, each &gt; 0; empty for 1
 */
public record ModelInput(
    Optional<String> name,
    Optional<Layout> layout,
    OptionalDouble scale,
    List<Double> mean,
    List<Double> deviation) {
  /** The order of an image's axes after the batch. */
  public enum Layout {
    /** Channels, rows, columns. */
    NCHW,
    /** Rows, columns, channels. */
    NHWC
  }

  /** All is found from the model. */
  public static final ModelInput FOUND =
      new ModelInput(
          Optional.empty(), Optional.empty(), OptionalDouble.empty(), List.of(), List.of());

  public ModelInput {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }
}
