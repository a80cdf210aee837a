package org.limbeck.train;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.NamedRandom;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Inputs;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.LabelWeights;

/**
 * Batches of a table that fits into memory: inputs and label weights are gathered once an epoch, a
 * batch is a view of them.
 */
final class TableBatches extends Batches {
  private final Inputs split;
  private final Tensor weights;
  private final Tensor shuffledInputs;
  private final Tensor shuffledWeights;
  private int step;

  TableBatches(TrainingTask task, IntFunction<NamedRandom> orders) {
    super(task.train().size(), task.options().batchSize(), orders);
    split = new Inputs(task.train(), task.network().normalisation());
    LabelWeights base = task.targets().base();
    try (var scope = new PointerScope()) {
      weights =
          Tensors.keep(
              ComputeDevice.here(Tensors.of(base.toArray(), base.examples(), base.classes())));
      shuffledInputs = Tensors.keep(split.tensor().clone());
      shuffledWeights = Tensors.keep(weights.clone());
    }
  }

  @Override
  void startEpoch(int epoch, int firstStep) {
    step = firstStep - 1;
    try (var scope = new PointerScope()) {
      Tensor index = ComputeDevice.here(Tensors.of(order(epoch)));
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
  Tensor labelWeights() {
    return shuffledWeights.narrow(0, start(step), count(step));
  }

  @Override
  public void close() {
    Tensors.release(shuffledWeights);
    Tensors.release(shuffledInputs);
    Tensors.release(weights);
    split.close();
  }
}
