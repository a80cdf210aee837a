package org.limbeck.train;

import org.limbeck.data.Views;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;

/**
 * How a network is trained; the same for teacher and student.
 *
 * @param epochs passes over the training split, &gt;= 1
 * @param batchSize examples of one step, &gt;= 1
 * @param optimiser which optimiser, with its settings
 * @param schedule the learning rate over the run
 * @param iterate which iterate the run delivers; both are reported
 * @param views what training images are drawn from; {@link Views#NONE} for anything else
 * @param precision what the network computes in
 * @param validateEvery epochs between passes over the validation split, the last epoch always
 *     having one; 0 for as often as they take 1 % of the work
 */
public record TrainOptions(
    int epochs,
    int batchSize,
    OptimiserOptions optimiser,
    Schedule schedule,
    Iterate iterate,
    Views views,
    Precision precision,
    int validateEvery) {
  /** A scored example takes at most this share of a trained one: 0.15 to 0.22 measured. */
  private static final double SCORING_COST = 0.25;

  private static final double VALIDATION_SHARE = 0.01;
  private static final double AVERAGED_SHARE = 0.2;

  /** Which network a training delivers. */
  public enum Iterate {
    /** After the last epoch. */
    LAST,
    /** After the epoch with the lowest validation objective; the later one of equals. */
    BEST,
    /** The mean of the iterates after each of the last fifth of the epochs. */
    AVERAGE
  }

  public TrainOptions {
    atLeastOne("epochs", epochs);
    atLeastOne("batchSize", batchSize);
    if (validateEvery < 0) {
      throw new IllegalArgumentException(
          "validateEvery: expected 0 or more, found " + validateEvery);
    }
  }

  /** Starts with the last iterate, in float32, without views, validated after each epoch. */
  public static TrainOptionsBuilder builder(
      int epochs, int batchSize, OptimiserOptions optimiser, Schedule schedule) {
    return new TrainOptions(
            epochs, batchSize, optimiser, schedule, Iterate.LAST, Views.NONE, Precision.FP32, 1)
        .toBuilder();
  }

  /** Starts from these options. */
  public TrainOptionsBuilder toBuilder() {
    return new TrainOptionsBuilder(this);
  }

  /** The same with the precision that AUTO comes to for a network on this machine. */
  public TrainOptions resolved(NetworkSpec network) {
    return toBuilder().precision(precision.resolved(network)).build();
  }

  /**
   * Whether the validation split is scored after an epoch.
   *
   * @param epoch from 1
   * @param train examples of the training split
   * @param validation examples of the validation split
   */
  boolean validates(int epoch, int train, int validation) {
    double work = SCORING_COST * validation / train;
    int every = validateEvery > 0 ? validateEvery : (int) Math.ceil(work / VALIDATION_SHARE);
    return epoch == epochs || epoch % Math.max(1, every) == 0;
  }

  /** Whether the iterate after an epoch, from 1, is one of those that are averaged. */
  boolean averages(int epoch) {
    return iterate == Iterate.AVERAGE && epoch > epochs * (1 - AVERAGED_SHARE);
  }

  private static void atLeastOne(String key, int found) {
    if (found < 1) {
      throw new IllegalArgumentException(key + ": expected 1 or more, found " + found);
    }
  }
}
