package org.limbeck.train;

import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;

/**
 * How a network is trained; the same for teacher and student.
 *
 * @param epochs passes over the training split, &gt;= 1
 * @param batchSize examples of one step, &gt;= 1
 * @param optimiser which optimiser, with its settings
 * @param schedule the learning rate over the run
 * @param iterate which iterate the run delivers; both are reported
 */
public record TrainOptions(
    int epochs, int batchSize, OptimiserOptions optimiser, Schedule schedule, Iterate iterate) {

  /** The network after the last epoch, or after the epoch with the best validation objective. */
  public enum Iterate {
    /** After the last epoch. */
    LAST,
    /** After the epoch with the lowest validation objective; the later one of equals. */
    BEST
  }

  public TrainOptions {
    atLeastOne("epochs", epochs);
    atLeastOne("batchSize", batchSize);
  }

  private static void atLeastOne(String key, int found) {
    if (found < 1) {
      throw new IllegalArgumentException(key + ": expected 1 or more, found " + found);
    }
  }
}
