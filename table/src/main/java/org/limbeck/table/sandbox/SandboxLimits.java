package org.limbeck.table.sandbox;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/**
 * What a query may take.
 *
 * @param megabytes of memory that DuckDB uses at most, at least 64
 * @param time until a query is stopped, at least a second
 */
public record SandboxLimits(int megabytes, Duration time) {
  /** The environment variable with the memory in megabytes. */
  static final String MEMORY = "LIMBECK_TABLE_MEMORY_MB";

  /** The environment variable with the time in seconds. */
  public static final String SECONDS = "LIMBECK_TABLE_SECONDS";

  private static final int USUAL_MEGABYTES = 1024;
  private static final int USUAL_SECONDS = 1800;

  public SandboxLimits {
    if (megabytes < 64) {
      throw new LimbeckException("%s: expected 64 or more, found %d".formatted(MEMORY, megabytes));
    }
    if (time.toSeconds() < 1) {
      throw new LimbeckException("%s: expected 1 or more, found %s".formatted(SECONDS, time));
    }
  }

  /** The limits that the environment sets, else the usual ones. */
  public static SandboxLimits usual() {
    return of(System::getenv);
  }

  static SandboxLimits of(Function<String, @Nullable String> environment) {
    return new SandboxLimits(
        number(MEMORY, environment.apply(MEMORY), USUAL_MEGABYTES),
        Duration.ofSeconds(number(SECONDS, environment.apply(SECONDS), USUAL_SECONDS)));
  }

  private static int number(String name, @Nullable String text, int usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (!text.strip().matches("\\d{1,8}")) {
      throw new LimbeckException("%s: expected a whole number, found '%s'".formatted(name, text));
    }
    return Integer.parseInt(text.strip());
  }
}
