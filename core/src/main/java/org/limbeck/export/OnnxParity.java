package org.limbeck.export;

import java.nio.FloatBuffer;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.input.Inputs;
import org.limbeck.onnx.OnnxRuntimeModel;
import org.limbeck.onnx.RawBatch;

/**
 * Compares an exported model in ONNX Runtime with the network it was made of, on the whole test
 * split. It reads the inputs of that split and no labels, and its result decides nothing else.
 *
 * <p>A model that takes the raw columns of a table is given the raw rows, of validation too, and
 * the network their features: so the preprocessing in the graph is checked as well.
 */
public final class OnnxParity {
  private static final int BATCH = 1024;

  private OnnxParity() {}

  /**
   * Compares logits and probabilities of every test example; with columns to encode, of every
   * validation example too.
   *
   * @param model the bytes of the model file
   * @throws IllegalStateException if they differ by more than {@link Parity#TOLERANCE}, or if ONNX
   *     Runtime refuses the model
   */
  public static Parity check(
      byte[] model, NetworkDescription network, StateDict state, Dataset data) {
    Parity parity;
    try (var exported = new OnnxRuntimeModel(model);
        var layers = new LayerNetwork(network)) {
      layers.load(state);
      parity = of(exported, layers, data, data.test());
      if (data.columns().isPresent()) {
        parity = parity.and(of(exported, layers, data, data.validation()));
      }
    }
    if (!parity.holds()) {
      throw new IllegalStateException(
          ("the exported model differs from the network on the %d %s by up to %s in the"
                  + " logits and %s in the probabilities (tolerance %s, ONNX Runtime %s)")
              .formatted(
                  parity.examples(),
                  examples(data),
                  parity.logits(),
                  parity.probabilities(),
                  Parity.TOLERANCE,
                  parity.runtime()));
    }
    return parity;
  }

  /** Which examples are compared, for people. */
  static String examples(Dataset data) {
    return data.columns().isPresent()
        ? "validation and test examples, given as raw rows"
        : "test examples";
  }

  private static Parity of(
      OnnxRuntimeModel exported, LayerNetwork network, Dataset data, Examples examples) {
    int classes = network.description().classes();
    try (var inputs = new Inputs(examples, network.description().normalisation())) {
      float[] logits = inputs.logits(network);
      float[] logProbabilities = inputs.logProbabilities(network);
      double ofLogits = 0;
      double ofProbabilities = 0;
      for (int start = 0; start < examples.size(); start += BATCH) {
        int size = Math.min(BATCH, examples.size() - start);
        OnnxRuntimeModel.Outputs batch = run(exported, data, examples, start, size);
        int offset = start * classes;
        ofLogits = Math.max(ofLogits, difference(batch.logits(), logits, offset));
        ofProbabilities =
            Math.max(
                ofProbabilities, differenceOfLogs(batch.probabilities(), logProbabilities, offset));
      }
      return new Parity(examples.size(), ofLogits, ofProbabilities, exported.version());
    }
  }

  private static OnnxRuntimeModel.Outputs run(
      OnnxRuntimeModel exported, Dataset data, Examples examples, int start, int size) {
    if (data.columns().isPresent()) {
      return exported.run(RawBatch.of(data.columns().get(), examples.raw(), start, size));
    }
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
