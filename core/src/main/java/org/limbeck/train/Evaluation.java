package org.limbeck.train;

import org.limbeck.calibration.Softmax;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.nn.FoldedNorms;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.input.Inputs;

/**
 * Predictions of a finished training on held-out splits: the only reader of the test split besides
 * the check of an export.
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * What a network predicts, in float32; norms of image networks are folded, which changes scores
   * by rounding alone.
   *
   * @param split validation or test
   */
  public static Predictions of(
      NetworkDescription description, StateDict state, Dataset data, Split split) {
    Examples examples = examples(data, split);
    var evaluated =
        examples.values() instanceof ByteValues
            ? FoldedNorms.of(description, state)
            : new FoldedNorms(description, state);
    try (var network = new LayerNetwork(evaluated.description());
        var inputs = new Inputs(examples, data.normalisation())) {
      network.load(evaluated.state());
      float[] probabilities = inputs.logProbabilities(network);
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = (float) Math.exp(probabilities[i]);
      }
      return new Predictions(
          split, data.classes(), examples.labels(), examples.groups(), probabilities);
    }
  }

  /**
   * What logits from elsewhere predict.
   *
   * @param logits of the split's examples, row-major {@code [examples, classes]}
   * @param split validation or test
   */
  public static Predictions ofLogits(float[] logits, Dataset data, Split split) {
    Examples examples = examples(data, split);
    var scores = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      scores[i] = logits[i];
    }
    double[] exact = Softmax.rows(scores, data.classes());
    var probabilities = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      probabilities[i] = (float) exact[i];
    }
    return new Predictions(
        split, data.classes(), examples.labels(), examples.groups(), probabilities);
  }

  /** The examples of a split. */
  public static Examples examples(Dataset data, Split split) {
    return switch (split) {
      case TRAIN -> data.train();
      case VALIDATION -> data.validation();
      case TEST -> data.test();
    };
  }
}
