package org.limbeck.onnx;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import org.limbeck.child.Port;

/** Inputs and outputs that ONNX Runtime declares, as ports. */
final class OnnxNodes {
  private static final int MOST_REASON = 600;

  private OnnxNodes() {}

  static Port port(NodeInfo node) {
    if (node.getInfo() instanceof TensorInfo tensor) {
      // ONNX Runtime gives a tensor of unknown shape as a scalar.
      boolean ranked = tensor.getShape().length > 0;
      return new Port(
          node.getName(), kind(tensor.type), tensor.type.name(), tensor.getShape(), ranked);
    }
    boolean maps =
        (node.getInfo() instanceof SequenceInfo sequence && sequence.sequenceOfMaps)
            || node.getInfo() instanceof MapInfo;
    return new Port(
        node.getName(),
        maps ? Port.Kind.MAPS : Port.Kind.OTHER,
        maps ? "maps from class to score" : "no tensor",
        new long[0],
        false);
  }

  private static Port.Kind kind(OnnxJavaType type) {
    return switch (type) {
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> Port.Kind.REAL;
      case INT8, INT16, INT32, INT64, UINT8, BOOL -> Port.Kind.WHOLE;
      case STRING -> Port.Kind.TEXT;
      case UNKNOWN -> Port.Kind.OTHER;
    };
  }

  /** What ONNX Runtime says went wrong, in one line. */
  static String reason(OrtException e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return text.length() <= MOST_REASON ? text : text.substring(0, MOST_REASON) + "...";
  }
}
