package org.limbeck.study;

/**
 * How runs are done, as far as it does not decide their outcome.
 *
 * @param threads LibTorch threads of one run, &gt;= 1; results are the same to the bit only for the
 *     same number
 * @param checkpointSeconds wall time between checkpoints of a run, more where saving takes over 1 %
 *     of the run; 0 for one after each epoch
 */
public record RunOptions(int threads, double checkpointSeconds) {
  /** One thread, a checkpoint every 20 seconds. */
  public static final RunOptions DEFAULT = new RunOptions(1, 20);

  public RunOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected 1 or more, found " + threads);
    }
  }

  /** The same with another number of threads. */
  public RunOptions withThreads(int other) {
    return new RunOptions(other, checkpointSeconds);
  }
}
