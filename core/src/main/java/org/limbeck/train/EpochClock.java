package org.limbeck.train;

/** The wall time of the epoch in work, over interruptions. */
final class EpochClock {
  private double secondsBefore;
  private long start;
  private boolean running;

  /** Begins an epoch, or resumes one that was interrupted. */
  void start() {
    start = System.nanoTime();
    running = true;
  }

  /** Whether an epoch is in work. */
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

  /** Goes back to an epoch that has taken some seconds so far. */
  void restore(double seconds) {
    secondsBefore = seconds;
  }
}
