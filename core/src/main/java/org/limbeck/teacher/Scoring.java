package org.limbeck.teacher;

import java.util.Arrays;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.input.Inputs;

/** Computes a trained network's {@link TeacherScores}. */
public final class Scoring {
  private Scoring() {}

  /**
   * The logits of a network for the training and the validation split, without augmentation.
   *
   * @param precision what images are scored in; a table always is in float32
   */
  public static TeacherScores of(
      NetworkDescription description, StateDict state, Precision precision, Dataset data) {
    return new TeacherScores(
        data.classes(),
        logits(description, state, precision, data.train()),
        logits(description, state, precision, data.validation()));
  }

  private static float[] logits(
      NetworkDescription description, StateDict state, Precision precision, Examples examples) {
    if (examples.values() instanceof ByteValues) {
      try (var scorer = new NetworkScorer(description, state, precision, examples, Views.NONE)) {
        var all = new int[examples.size()];
        Arrays.setAll(all, i -> i);
        return scorer.logits(all, new int[examples.size()]);
      }
    }
    try (var network = new LayerNetwork(description);
        var inputs = new Inputs(examples, description.normalisation())) {
      network.load(state);
      return inputs.logits(network);
    }
  }
}
