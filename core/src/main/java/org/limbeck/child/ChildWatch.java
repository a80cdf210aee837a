package org.limbeck.child;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ends a child that takes more time or memory than it may, on a thread of its own. */
final class ChildWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 20;

  private final Process process;
  private final long memoryBytes;
  private final Thread thread;
  private @Nullable String failure;
  private String task = "";
  private Duration allowed = Duration.ZERO;
  private String variable = "";
  private long deadline;
  private boolean timed;
  private volatile boolean closed;

  ChildWatch(Process process, long memoryBytes) {
    this.process = process;
    this.memoryBytes = memoryBytes;
    thread = new Thread(this::watch, "limbeck-model-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts the clock for a task, or starts it anew.
   *
   * @param ofTask what it does, for messages
   * @param ofVariable the environment variable that allows more
   */
  synchronized void start(String ofTask, Duration time, String ofVariable) {
    task = ofTask;
    allowed = time;
    variable = ofVariable;
    deadline = System.nanoTime() + time.toNanos();
    timed = true;
  }

  /** Stops the clock. */
  synchronized void stop() {
    timed = false;
  }

  /** Why the child was ended, and what to do; empty if this has not ended it. */
  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void watch() {
    while (!closed && process.isAlive()) {
      check();
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return; // closed
      }
    }
  }

  private synchronized void check() {
    OptionalLong resident = ResidentMemory.of(process.pid());
    if (resident.isPresent() && resident.getAsLong() > memoryBytes) {
      end(
          "it took %d MiB of memory, more than the %d MiB it may; give a smaller model or allow more with %s=... in the environment"
              .formatted(resident.getAsLong() >> 20, memoryBytes >> 20, ModelLimits.MEMORY));
    } else if (timed && System.nanoTime() - deadline > 0) {
      end(
          "%s took more than the %s it may; give a model that ends sooner or allow more with %s=... in the environment"
              .formatted(task, seconds(allowed), variable));
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }

  private void end(String reason) {
    if (failure == null) {
      failure = reason;
    }
    process.destroyForcibly();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
