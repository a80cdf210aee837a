package org.limbeck.train.engine;

import org.jspecify.annotations.Nullable;
import org.limbeck.base.Closer;
import org.limbeck.data.ByteValues;
import org.limbeck.nn.FoldedNorms;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Network;
import org.limbeck.nn.input.Inputs;
import org.limbeck.train.TrainingTask;

/**
 * Scores the validation split with a network in training. Images are scored by a copy with its
 * norms folded; a table by the network itself.
 */
final class ValidationScorer implements AutoCloseable {
  private final Closer closer = new Closer();
  private final Network network;
  private final Inputs inputs;
  private final boolean folds;
  private @Nullable Network folded;

  ValidationScorer(Network network, TrainingTask task) {
    this.network = network;
    folds = task.validation().values() instanceof ByteValues;
    inputs =
        closer.add(new Inputs(task.validation(), task.network().normalisation()), Inputs::close);
  }

  /** Log probabilities of some examples as the network is now, {@code [chosen, classes]}. */
  float[] logProbabilities(int[] chosen) {
    if (!folds) {
      return inputs.logProbabilities(network, chosen);
    }
    var norms = FoldedNorms.of(network.description(), network.state());
    if (folded == null) {
      folded =
          closer.add(
              new LayerNetwork(norms.description(), network.precision()), LayerNetwork::close);
    }
    folded.load(norms.state());
    return inputs.logProbabilities(folded, chosen);
  }

  @Override
  public void close() {
    closer.close();
  }
}
