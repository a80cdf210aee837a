package org.limbeck.teacher;

import org.limbeck.data.Dataset;
import org.limbeck.nn.Inputs;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;

/** Computes a trained network's {@link TeacherScores}. */
public final class Scoring {
  private Scoring() {}

  /** The logits of a network for the training and the validation split. */
  public static TeacherScores of(NetworkDescription description, StateDict state, Dataset data) {
    try (var network = new LayerNetwork(description);
        var train = new Inputs(data.train());
        var validation = new Inputs(data.validation())) {
      network.load(state);
      return new TeacherScores(data.classes(), train.logits(network), validation.logits(network));
    }
  }
}
