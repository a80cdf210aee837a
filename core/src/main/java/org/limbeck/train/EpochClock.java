package org.limbeck.train;

/** The wall time of the current epoch, without interruptions. */
final class EpochClock {
  private double secondsBefore;
  private long start;
  private boolean running;

  /** Begins an epoch, or resumes one that was interrupted. */
  void start() {
    start = System.nanoTime();
    running = true;
  }

  /** Whether an epoch has begun and not ended. */
  boolean running() {
    return running;
  }

  double seconds() {
    return running ? secondsBefore + (System.nanoTime() - start) / 1e9 : secondsBefore;
  }

  /** Ends the epoch. */
  void stop() {
    running = false;
    secondsBefore = 0;
  }

  /** Restores an epoch that has taken {@code seconds} so far. */
  void restore(double seconds) {
    secondsBefore = seconds;
  }
}
