package org.limbeck.export;

import java.util.List;
import org.limbeck.nn.Layer;

/** The ONNX nodes of each kind of layer; a test holds it against the permitted ones. */
final class LayerNodes {
  private LayerNodes() {}

  /** Adds the nodes of a layer; its weights are initialisers under their names in the state. */
  static void add(OnnxGraph graph, Layer layer) {
    if (layer instanceof Layer.Linear linear) {
      graph.addNode(
          "Gemm",
          List.of(linear.name() + ".weight", linear.name() + ".bias"),
          OnnxAttributes.of("transB", 1));
    } else if (layer instanceof Layer.Convolution conv) {
      addConvolution(graph, conv);
    } else if (layer instanceof Layer.BatchNorm norm) {
      addBatchNorm(graph, norm);
    } else if (layer instanceof Layer.Relu) {
      graph.addNode("Relu", List.of());
    } else if (layer instanceof Layer.GlobalAveragePool) {
      graph.addNode("GlobalAveragePool", List.of());
      addFlatten(graph);
    } else if (layer instanceof Layer.Flatten) {
      addFlatten(graph);
    } else {
      throw new IllegalArgumentException("no ONNX operator for " + layer);
    }
  }

  private static void addConvolution(OnnxGraph graph, Layer.Convolution conv) {
    graph.addNode(
        "Conv",
        List.of(conv.name() + ".weight"),
        OnnxAttributes.repeated("kernel_shape", conv.kernel(), 2),
        OnnxAttributes.repeated("strides", conv.stride(), 2),
        OnnxAttributes.repeated("pads", conv.padding(), 4));
  }

  private static void addBatchNorm(OnnxGraph graph, Layer.BatchNorm norm) {
    graph.addNode(
        "BatchNormalization",
        List.of(
            norm.name() + ".weight",
            norm.name() + ".bias",
            norm.name() + ".mean",
            norm.name() + ".variance"),
        OnnxAttributes.of("epsilon", (float) Layer.BatchNorm.EPSILON));
  }

  private static void addFlatten(OnnxGraph graph) {
    graph.addNode("Flatten", List.of(), OnnxAttributes.of("axis", 1));
  }
}
