package org.limbeck.onnx;

import java.util.List;
import org.limbeck.nn.Layer;

/** The ONNX nodes of each kind of layer. */
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
    } else if (layer instanceof Layer.Residual residual) {
      addResidual(graph, residual);
    } else if (layer instanceof Layer.PadShortcut shortcut) {
      addPadShortcut(graph, shortcut);
    } else if (layer instanceof Layer.ZeroPad pad) {
      addPad(graph, 0, 0, pad.above(), pad.left(), 0, 0, pad.below(), pad.right());
    } else if (layer instanceof Layer.MaxPool pool) {
      addMaxPool(graph, pool.kernel(), pool.stride(), pool.padding());
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
        conv.bias()
            ? List.of(conv.name() + ".weight", conv.name() + ".bias")
            : List.of(conv.name() + ".weight"),
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
        OnnxAttributes.of("epsilon", (float) norm.epsilon()));
  }

  private static void addResidual(OnnxGraph graph, Layer.Residual residual) {
    String input = graph.value();
    residual.body().forEach(layer -> add(graph, layer));
    String body = graph.value();
    graph.branchFrom(input);
    residual.shortcut().forEach(layer -> add(graph, layer));
    graph.addNode("Add", List.of(body));
  }

  /** Every stride-th pixel is the largest one under a kernel of one pixel. */
  private static void addPadShortcut(OnnxGraph graph, Layer.PadShortcut shortcut) {
    if (shortcut.stride() > 1) {
      addMaxPool(graph, 1, shortcut.stride(), 0);
    }
    int added = shortcut.out() - shortcut.in();
    addPad(graph, 0, added / 2, 0, 0, 0, added - added / 2, 0, 0);
  }

  private static void addMaxPool(OnnxGraph graph, int kernel, int stride, int padding) {
    graph.addNode(
        "MaxPool",
        List.of(),
        OnnxAttributes.repeated("kernel_shape", kernel, 2),
        OnnxAttributes.repeated("strides", stride, 2),
        OnnxAttributes.repeated("pads", padding, 4));
  }

  /** Zeros before and after each dimension, batch first. */
  private static void addPad(OnnxGraph graph, long... sides) {
    String name = "pads" + graph.size();
    graph.addIntegers(name, sides);
    graph.addNode("Pad", List.of(name));
  }

  private static void addFlatten(OnnxGraph graph) {
    graph.addNode("Flatten", List.of(), OnnxAttributes.of("axis", 1));
  }
}
