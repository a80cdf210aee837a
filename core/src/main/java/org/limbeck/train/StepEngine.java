package org.limbeck.train;

import org.limbeck.nn.StateDict;

/**
 * The half of a training that computes: it holds the network and its optimiser and takes the steps
 * that the loop asks for. What goes in and out is plain Java.
 *
 * <p>An engine is for one thread and owns its native memory until {@link #close}. Two engines with
 * the same task and the same calls give the same bits.
 */
public interface StepEngine extends AutoCloseable {

  /** Opens the engine of a training. */
  @FunctionalInterface
  interface Factory {
    /** An engine with the initial weights of the task's seed. */
    StepEngine open(TrainingTask task);
  }

  /**
   * What an engine saves in a checkpoint.
   *
   * @param network weights and running statistics
   * @param optimiser the optimiser's state
   * @param lossSum of the steps of the current epoch
   */
  record State(StateDict network, StateDict optimiser, float lossSum) {}

  /**
   * Begins an epoch; any epoch may be begun at any of its steps.
   *
   * @param epoch from 1
   * @param step its first step, from 0
   */
  void startEpoch(int epoch, int step);

  /**
   * Takes the next step of the epoch.
   *
   * @param steps taken before in all epochs
   * @param learningRate of this step
   * @param costs c of each stratum, all &gt; 0
   * @param measured whether the losses of the batch are asked for
   * @return the losses of the batch before the step; {@link BatchLosses#NONE} if not asked for
   */
  BatchLosses step(long steps, double learningRate, double[] costs, boolean measured);

  /** Returns the sum of the losses of the epoch's steps, and begins the next sum at 0. */
  float endEpoch();

  /**
   * The log probabilities of some validation examples as the network is now, row-major {@code
   * [chosen, classes]}.
   */
  float[] logProbabilities(int[] chosen);

  /** A copy of the network's state. */
  StateDict network();

  /** Replaces the network's state. */
  void load(StateDict network);

  /** A copy of all that the next step depends on besides its arguments. */
  State state();

  /** Goes back to a saved state. */
  void restore(State state);

  @Override
  void close();
}
