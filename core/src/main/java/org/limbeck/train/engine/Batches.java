package org.limbeck.train.engine;

import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.ByteValues;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.input.Inputs;
import org.limbeck.train.TrainingTask;

/**
 * The training split in batches, in a new random order each epoch.
 *
 * <p>The order of an epoch depends on its number alone, so any epoch can be drawn again, and
 * resumed at any step.
 */
abstract sealed class Batches implements AutoCloseable
    permits TableBatches, RowBatches, ImageBatches, ResidentBatches {
  private final TrainingTask task;
  private final int size;
  private final int batchSize;
  private final int[] groups;

  Batches(TrainingTask task) {
    this.task = task;
    size = task.train().size();
    batchSize = task.options().batchSize();
    groups = task.train().groups();
  }

  /** The group of each example of the step; empty where there are none. */
  abstract int[] groups();

  /** The same for examples in some order. */
  final int[] groups(int[] order, int step) {
    if (groups.length == 0) {
      return groups;
    }
    var chosen = new int[count(step)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = groups[order[start(step) + i]];
    }
    return chosen;
  }

  /** The batches of a task, images by views, a table as a whole or row by row. */
  static Batches of(TrainingTask task) {
    if (!(task.train().values() instanceof ByteValues images)) {
      return Inputs.streams(task.train()) ? new RowBatches(task) : new TableBatches(task);
    }
    return ComputeDevice.onGpu()
        ? new ResidentBatches(task, images)
        : new ImageBatches(task, images);
  }

  /** Batches of an epoch. */
  final int stepsPerEpoch() {
    return task.stepsPerEpoch();
  }

  /** The first example of a step in the epoch's order. */
  final int start(int step) {
    return step * batchSize;
  }

  /** The examples of a step. */
  final int count(int step) {
    return step == stepsPerEpoch() - 1 ? size - start(step) : batchSize;
  }

  /** The order of an epoch, from 1. */
  final int[] order(int epoch) {
    return task.random("order/" + epoch).permutation(size);
  }

  /** Begins an epoch, from 1, at one of its steps, from 0. */
  abstract void startEpoch(int epoch, int step);

  /**
   * Goes to the next step of the epoch; {@link #inputs} and {@link #labelWeights} are valid until
   * the next call.
   */
  abstract void next();

  /** Normalised inputs of the step. */
  abstract Tensor inputs();

  /** Label weights of the step, float32 {@code [batch, classes]}. */
  abstract Tensor labelWeights();

  @Override
  public abstract void close();
}
