package org.limbeck.train.engine;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.Inputs;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainingTask;

/**
 * Batches of a table with too many features to keep: each step encodes its rows. The values are
 * those of {@link TableBatches}, bit for bit.
 */
final class RowBatches extends Batches {
  private final Inputs split;
  private final Targets targets;
  private final int width;
  private int[] order = new int[0];
  private int step;

  RowBatches(TrainingTask task) {
    super(task);
    split = new Inputs(task.train(), task.network().normalisation());
    targets = task.targets();
    width = task.width();
  }

  @Override
  void startEpoch(int epoch, int firstStep) {
    order = order(epoch);
    step = firstStep - 1;
  }

  @Override
  void next() {
    step++;
  }

  private int[] rows() {
    return Arrays.copyOfRange(order, start(step), start(step) + count(step));
  }

  @Override
  Tensor inputs() {
    return split.rows(rows());
  }

  @Override
  int[] groups() {
    return groups(order, step);
  }

  @Override
  Tensor labelWeights() {
    int[] rows = rows();
    var weights = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      targets.read(rows[i], 0, weights, i * width);
    }
    return ComputeDevice.here(Tensors.of(weights, rows.length, width));
  }

  @Override
  public void close() {
    split.close();
  }
}
