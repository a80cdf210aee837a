package org.limbeck.train;

import java.util.List;
import org.limbeck.nn.NetworkDescription;

/**
 * The outcome of a training: plain values, no native memory.
 *
 * @param network what was trained
 * @param last the iterate after the last epoch, or the average that stands for it
 * @param best the iterate with the best validation objective
 * @param history one record for each epoch
 */
public record TrainedModel(
    NetworkDescription network, Snapshot last, Snapshot best, List<EpochRecord> history) {
  public TrainedModel {
    history = List.copyOf(history);
  }

  /** The iterate that the options ask for. */
  public Snapshot delivered(TrainOptions options) {
    return options.iterate() == TrainOptions.Iterate.BEST ? best : last;
  }
}
