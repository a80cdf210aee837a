package org.limbeck.study;

import org.limbeck.nn.ComputeDevice;

/**
 * How runs are done, as far as it does not decide their outcome.
 *
 * @param device where runs compute, not {@code AUTO}
 * @param checkpointSeconds wall time between checkpoints of a run, more where saving takes over 1 %
 *     of the run; 0 for one after each epoch
 */
public record RunOptions(ComputeDevice device, double checkpointSeconds) {
  /** Wall time between checkpoints unless set. */
  public static final double CHECKPOINT_SECONDS = 20;

  /** On the processor, with a checkpoint every 20 seconds. */
  public static RunOptions usual() {
    return new RunOptions(ComputeDevice.CPU, CHECKPOINT_SECONDS);
  }
}
