package org.limbeck.train.engine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.base.Closer;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.Inputs;
import org.limbeck.train.TrainingTask;

/**
 * Batches of a table that fits into memory: inputs and label weights are gathered once an epoch, a
 * batch is a view of them.
 */
final class TableBatches extends Batches {
  private final Closer closer = new Closer();
  private final Inputs split;
  private final Tensor weights;
  private final Tensor shuffledInputs;
  private final Tensor shuffledWeights;
  private int[] order = new int[0];
  private int step;

  TableBatches(TrainingTask task) {
    super(task);
    try (var scope = new PointerScope()) {
      split = closer.add(new Inputs(task.train(), task.network().normalisation()), Inputs::close);
      weights = kept(ComputeDevice.here(rows(task)));
      shuffledInputs = kept(split.tensor().clone());
      shuffledWeights = kept(weights.clone());
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private Tensor kept(Tensor tensor) {
    return closer.add(Tensors.keep(tensor), Tensors::release);
  }

  private static Tensor rows(TrainingTask task) {
    int width = task.width();
    var rows = new float[task.train().size() * width];
    for (int i = 0; i < task.train().size(); i++) {
      task.targets().read(i, 0, rows, i * width);
    }
    return Tensors.of(rows, task.train().size(), width);
  }

  @Override
  void startEpoch(int epoch, int firstStep) {
    step = firstStep - 1;
    try (var scope = new PointerScope()) {
      order = order(epoch);
      Tensor index = ComputeDevice.here(Tensors.of(order));
      shuffledInputs.copy_(split.tensor().index_select(0, index));
      shuffledWeights.copy_(weights.index_select(0, index));
    }
  }

  @Override
  void next() {
    step++;
  }

  @Override
  Tensor inputs() {
    return shuffledInputs.narrow(0, start(step), count(step));
  }

  @Override
  int[] groups() {
    return groups(order, step);
  }

  @Override
  Tensor labelWeights() {
    return shuffledWeights.narrow(0, start(step), count(step));
  }

  @Override
  public void close() {
    closer.close();
  }
}
