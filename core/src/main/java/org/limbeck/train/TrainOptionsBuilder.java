package org.limbeck.train;

import org.limbeck.data.Views;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;

/** Makes {@link TrainOptions}, which explains each of them. */
public final class TrainOptionsBuilder {
  private int epochs;
  private int batchSize;
  private OptimiserOptions optimiser;
  private Schedule schedule;
  private TrainOptions.Iterate iterate;
  private Views views;
  private Precision precision;
  private int validateEvery;

  TrainOptionsBuilder(TrainOptions start) {
    epochs = start.epochs();
    batchSize = start.batchSize();
    optimiser = start.optimiser();
    schedule = start.schedule();
    iterate = start.iterate();
    views = start.views();
    precision = start.precision();
    validateEvery = start.validateEvery();
  }

  /** Passes over the training split, &gt;= 1. */
  public TrainOptionsBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  /** Examples of one step, &gt;= 1. */
  public TrainOptionsBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  /** The optimiser with its settings. */
  public TrainOptionsBuilder optimiser(OptimiserOptions value) {
    optimiser = value;
    return this;
  }

  /** The learning rate over the run. */
  public TrainOptionsBuilder schedule(Schedule value) {
    schedule = value;
    return this;
  }

  /** Which iterate the run delivers. */
  public TrainOptionsBuilder iterate(TrainOptions.Iterate value) {
    iterate = value;
    return this;
  }

  /** What training images are drawn from. */
  public TrainOptionsBuilder views(Views value) {
    views = value;
    return this;
  }

  /** What the network computes in. */
  public TrainOptionsBuilder precision(Precision value) {
    precision = value;
    return this;
  }

  /**
   * Epochs between passes over the validation split; 0 for as often as they take 1 % of the work.
   */
  public TrainOptionsBuilder validateEvery(int value) {
    validateEvery = value;
    return this;
  }

  /**
   * The options.
   *
   * @throws IllegalArgumentException naming an option that is out of its range
   */
  public TrainOptions build() {
    return new TrainOptions(
        epochs, batchSize, optimiser, schedule, iterate, views, precision, validateEvery);
  }
}
