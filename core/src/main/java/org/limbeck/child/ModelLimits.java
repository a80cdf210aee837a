package org.limbeck.child;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/**
 * What a foreign model may take before its child process is ended.
 *
 * @param load time to start the child and load the model
 * @param batch time for one batch
 * @param memoryBytes of the child that are resident; watched where {@code /proc} shows them
 */
public record ModelLimits(Duration load, Duration batch, long memoryBytes) {
  /** The environment variable that sets {@link #load}, in seconds. */
  static final String LOAD = "LIMBECK_MODEL_LOAD_SECONDS";

  /** The environment variable that sets {@link #batch}, in seconds. */
  static final String BATCH = "LIMBECK_MODEL_BATCH_SECONDS";

  /** The environment variable that sets {@link #memoryBytes}, in MiB. */
  static final String MEMORY = "LIMBECK_MODEL_MEMORY_MB";

  private static final long USUAL_SECONDS = 300;
  private static final long USUAL_MIB = 8192;

  public ModelLimits {
    if (load.isNegative() || load.isZero() || batch.isNegative() || batch.isZero()) {
      throw new IllegalArgumentException("expected times above 0, found " + load + ", " + batch);
    }
    if (memoryBytes < 1) {
      throw new IllegalArgumentException("expected memory above 0, found " + memoryBytes);
    }
  }

  /**
   * Five minutes to load, five minutes a batch and 8 GiB, unless the environment variables {@code
   * LIMBECK_MODEL_LOAD_SECONDS}, {@code LIMBECK_MODEL_BATCH_SECONDS} or {@code
   * LIMBECK_MODEL_MEMORY_MB} say otherwise.
   *
   * @throws LimbeckException if a variable is not a whole number above 0
   */
  public static ModelLimits usual() {
    return of(System::getenv);
  }

  static ModelLimits of(Function<String, @Nullable String> environment) {
    return new ModelLimits(
        Duration.ofSeconds(number(LOAD, environment.apply(LOAD), USUAL_SECONDS)),
        Duration.ofSeconds(number(BATCH, environment.apply(BATCH), USUAL_SECONDS)),
        number(MEMORY, environment.apply(MEMORY), USUAL_MIB) << 20);
  }

  private static long number(String name, @Nullable String text, long usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (!text.strip().matches("[1-9][0-9]{0,8}")) {
      throw new LimbeckException(
          "%s: expected a whole number from 1 to 999999999, found '%s'".formatted(name, text));
    }
    return Long.parseLong(text.strip());
  }
}
