package org.limbeck.train;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.Examples;
import org.limbeck.data.NamedRandom;
import org.limbeck.nn.Inputs;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.LabelWeights;

/**
 * The training split in batches, in a new random order each epoch.
 *
 * <p>The order of an epoch depends on its number alone, so any epoch can be drawn again. Inputs and
 * label weights are gathered once an epoch; a batch is then a view.
 */
final class Batches implements AutoCloseable {
  private final Inputs split;
  private final Tensor weights;
  private final Tensor shuffledInputs;
  private final Tensor shuffledWeights;
  private final int batchSize;
  private final IntFunction<NamedRandom> orders;

  Batches(
      Examples examples,
      LabelWeights labelWeights,
      int batchSize,
      IntFunction<NamedRandom> orders) {
    split = new Inputs(examples);
    this.batchSize = batchSize;
    this.orders = orders;
    try (var scope = new PointerScope()) {
      weights =
          Tensors.keep(
              Tensors.of(labelWeights.toArray(), labelWeights.examples(), labelWeights.classes()));
      shuffledInputs = Tensors.keep(split.tensor().clone());
      shuffledWeights = Tensors.keep(weights.clone());
    }
  }

  /** Batches of an epoch; a lone last example joins the batch before: it has no batch variance. */
  int stepsPerEpoch() {
    int steps = (split.size() + batchSize - 1) / batchSize;
    return batchSize > 1 && split.size() % batchSize == 1 && steps > 1 ? steps - 1 : steps;
  }

  /** Draws the order of an epoch, from 1. */
  void startEpoch(int epoch) {
    int[] order = orders.apply(epoch).permutation(split.size());
    try (var scope = new PointerScope()) {
      Tensor index = Tensors.of(order);
      shuffledInputs.copy_(split.tensor().index_select(0, index));
      shuffledWeights.copy_(weights.index_select(0, index));
    }
  }

  /** Inputs of a step of this epoch, from 0: a view in the caller's scope. */
  Tensor inputs(int step) {
    return part(shuffledInputs, step);
  }

  /** Label weights of a step of this epoch. */
  Tensor labelWeights(int step) {
    return part(shuffledWeights, step);
  }

  private Tensor part(Tensor all, int step) {
    int start = step * batchSize;
    boolean last = step == stepsPerEpoch() - 1;
    return all.narrow(0, start, last ? split.size() - start : batchSize);
  }

  @Override
  public void close() {
    Tensors.release(shuffledWeights);
    Tensors.release(shuffledInputs);
    Tensors.release(weights);
    split.close();
  }
}
