package org.limbeck.export;

import java.nio.FloatBuffer;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.input.Inputs;
import org.limbeck.onnx.OnnxRuntimeModel;

/**
 * Compares an exported model in ONNX Runtime with the network it was made of, on the whole test
 * split. It reads the inputs of that split and no labels, and its result decides nothing else.
 */
public final class OnnxParity {
  private static final int BATCH = 1024;

  private OnnxParity() {}

  /**
   * Compares logits and probabilities of every test example.
   *
   * @param model the bytes of the model file
   * @throws IllegalStateException if they differ by more than {@link Parity#TOLERANCE}, or if ONNX
   *     Runtime refuses the model
   */
  public static Parity check(
      byte[] model, NetworkDescription network, StateDict state, Dataset data) {
    Parity parity = measure(model, network, state, data.test());
    if (!parity.holds()) {
      throw new IllegalStateException(
          ("the exported model differs from the network on the %d test examples by up to %s in the"
                  + " logits and %s in the probabilities (tolerance %s, ONNX Runtime %s)")
              .formatted(
                  parity.examples(),
                  parity.logits(),
                  parity.probabilities(),
                  Parity.TOLERANCE,
                  parity.runtime()));
    }
    return parity;
  }

  private static Parity measure(
      byte[] model, NetworkDescription description, StateDict state, Examples examples) {
    try (var network = new LayerNetwork(description);
        var inputs = new Inputs(examples, description.normalisation());
        var exported = new OnnxRuntimeModel(model)) {
      network.load(state);
      float[] logits = inputs.logits(network);
      float[] logProbabilities = inputs.logProbabilities(network);
      double ofLogits = 0;
      double ofProbabilities = 0;
      for (int start = 0; start < examples.size(); start += BATCH) {
        int size = Math.min(BATCH, examples.size() - start);
        OnnxRuntimeModel.Outputs batch = run(exported, examples, start, size);
        int offset = start * description.classes();
        ofLogits = Math.max(ofLogits, difference(batch.logits(), logits, offset));
        ofProbabilities =
            Math.max(
                ofProbabilities, differenceOfLogs(batch.probabilities(), logProbabilities, offset));
      }
      return new Parity(examples.size(), ofLogits, ofProbabilities, exported.version());
    }
  }

  private static OnnxRuntimeModel.Outputs run(
      OnnxRuntimeModel exported, Examples examples, int start, int size) {
    int[] example = examples.shape();
    var shape = new long[example.length + 1];
    shape[0] = size;
    for (int i = 0; i < example.length; i++) {
      shape[i + 1] = example[i];
    }
    return exported.run(FloatBuffer.wrap(examples.rows(start, size)), shape);
  }

  private static double difference(float[] theirs, float[] ours, int offset) {
    double largest = 0;
    for (int i = 0; i < theirs.length; i++) {
      largest = Math.max(largest, Math.abs((double) theirs[i] - ours[offset + i]));
    }
    return largest;
  }

  private static double differenceOfLogs(float[] theirs, float[] ourLogs, int offset) {
    double largest = 0;
    for (int i = 0; i < theirs.length; i++) {
      largest = Math.max(largest, Math.abs(theirs[i] - Math.exp(ourLogs[offset + i])));
    }
    return largest;
  }
}
