package org.limbeck.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;

/** The networks that a training keeps: the last one, the best one, and the mean of the last few. */
final class Iterates {
  private @Nullable Snapshot last;
  private @Nullable Snapshot best;
  private @Nullable MeanState average;

  /** Keeps a network that was validated; the later of two equally good ones is the best. */
  void keep(Snapshot snapshot) {
    last = snapshot;
    if (best == null || snapshot.validationObjective() <= best.validationObjective()) {
      best = snapshot;
    }
  }

  /**
   * Adds a network to the mean.
   *
   * @param costs c that its last step was trained with, {@code [classes]}
   * @return the mean with it
   */
  MeanState average(StateDict network, double[] costs) {
    average = average == null ? MeanState.of(network, costs) : average.with(network, costs);
    return average;
  }

  void restore(Checkpoint checkpoint) {
    best = checkpoint.best();
    average = checkpoint.average();
  }

  @Nullable Snapshot best() {
    return best;
  }

  @Nullable MeanState average() {
    return average;
  }

  /** The outcome of a training that is done. */
  TrainedModel model(NetworkDescription network, List<EpochRecord> history) {
    if (last == null || best == null) {
      throw new IllegalStateException("no epoch was trained");
    }
    return new TrainedModel(network, last, best, history);
  }
}
