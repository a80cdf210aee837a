package org.limbeck.child;

import java.time.Duration;
import org.limbeck.LimbeckException;

/**
 * What a foreign model may take before its child process is ended.
 *
 * @param load time to start the child and load the model
 * @param batch time for one batch
 * @param memoryBytes of the child that are resident; watched where {@code /proc} shows them
 */
public record ModelLimits(Duration load, Duration batch, long memoryBytes) {
  /** The system property that sets {@link #load}, in seconds. */
  static final String LOAD = "limbeck.model.loadSeconds";

  /** The system property that sets {@link #batch}, in seconds. */
  static final String BATCH = "limbeck.model.batchSeconds";

  /** The system property that sets {@link #memoryBytes}, in MiB. */
  static final String MEMORY = "limbeck.model.memoryMiB";

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
   * Five minutes to load, five minutes a batch and 8 GiB, unless the system properties {@code
   * limbeck.model.loadSeconds}, {@code limbeck.model.batchSeconds} or {@code
   * limbeck.model.memoryMiB} say otherwise.
   *
   * @throws LimbeckException if a property is not a whole number above 0
   */
  public static ModelLimits usual() {
    return new ModelLimits(
        Duration.ofSeconds(property(LOAD, USUAL_SECONDS)),
        Duration.ofSeconds(property(BATCH, USUAL_SECONDS)),
        property(MEMORY, USUAL_MIB) << 20);
  }

  private static long property(String name, long usual) {
    String text = System.getProperty(name, Long.toString(usual));
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new LimbeckException(
          "-D%s=%s: expected a whole number from 1 to 999999999".formatted(name, text));
    }
    return Long.parseLong(text);
  }
}
