package org.limbeck.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;

/**
 * The input and the output of a model that scores examples.
 *
 * @param input the name of its only input
 * @param inputShape the shape it declares, -1 where it is free
 * @param example the shape of one example as the model gets it
 * @param output the name of the output with a score for each class
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
record OnnxPorts(String input, long[] inputShape, int[] example, String output) {
  static OnnxPorts of(Path file, OnnxRuntimeModel model, int[] example, int classes) {
    Map<String, TensorInfo> inputs = floats(model.inputs());
    if (model.inputs().size() != 1 || inputs.size() != 1) {
      throw new LimbeckException(
          "%s: expected one float32 input, found %s; export the model with the example as its only input"
              .formatted(file, model.inputs()));
    }
    String input = inputs.keySet().iterator().next();
    long[] shape = inputs.values().iterator().next().getShape();
    requireFit(file, shape, example);
    return new OnnxPorts(input, shape, example, output(file, model, classes));
  }

  private static void requireFit(Path file, long[] shape, int[] example) {
    boolean fits = shape.length == example.length + 1;
    for (int i = 0; fits && i < example.length; i++) {
      fits = shape[i + 1] < 0 || shape[i + 1] == example[i];
    }
    if (!fits) {
      throw new LimbeckException(
          "%s: its input has shape %s, the examples have %s; give the data it was trained for"
              .formatted(file, Arrays.toString(shape), Arrays.toString(example)));
    }
  }

  private static Map<String, TensorInfo> floats(Map<String, NodeInfo> nodes) {
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    nodes.forEach(
        (name, node) -> {
          if (node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  private static String output(Path file, OnnxRuntimeModel model, int classes) {
    Map<String, TensorInfo> outputs = floats(model.outputs());
    outputs.values().removeIf(tensor -> !scores(tensor.getShape(), classes));
    for (String known : List.of(OnnxExport.LOGITS, OnnxExport.PROBABILITIES)) {
      if (outputs.containsKey(known)) {
        return known;
      }
    }
    if (outputs.size() != 1) {
      throw new LimbeckException(
          "%s: expected one float32 output [examples, %d], or one called %s, found %s; export the model with that output"
              .formatted(file, classes, OnnxExport.LOGITS, model.outputs()));
    }
    return outputs.keySet().iterator().next();
  }

  private static boolean scores(long[] shape, int classes) {
    return shape.length == 2 && (shape[1] < 0 || shape[1] == classes);
  }

  /** The number of examples that the model takes at a time, if it takes no other. */
  OptionalInt fixedBatch() {
    return inputShape[0] > 0 ? OptionalInt.of((int) inputShape[0]) : OptionalInt.empty();
  }

  /** The shape of a batch. */
  long[] shape(int rows) {
    var shape = new long[example.length + 1];
    shape[0] = rows;
    for (int i = 0; i < example.length; i++) {
      shape[i + 1] = example[i];
    }
    return shape;
  }
}
