package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An ONNX graph in the making: a chain of nodes, each reading what the one before it wrote.
 *
 * <p>Nodes are named by operator and position, {@code gemm3}; so are the values they write.
 */
final class OnnxGraph {
  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final List<NodeProto.Builder> nodes = new ArrayList<>();
  private String value;

  /** A graph with one input, float32 {@code [batch, shape...]}. */
  OnnxGraph(String input, int[] shape) {
    value = input;
    graph.addInput(info(input, shape));
  }

  private static ValueInfoProto info(String name, int... shape) {
    var dimensions = TensorShapeProto.newBuilder();
    dimensions.addDimBuilder().setDimParam(BATCH);
    for (int size : shape) {
      dimensions.addDimBuilder().setDimValue(size);
    }
    var tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(dimensions);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Adds a constant, float32, row-major. */
  void addInitialiser(String name, List<Integer> shape, float[] values) {
    var bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addAllDims(shape.stream().map(Integer::longValue).toList())
            .setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
  }

  /**
   * Adds a node to the end of the chain.
   *
   * @param constants its inputs after the first: initialisers, by name
   */
  void addNode(String operator, List<String> constants, AttributeProto... attributes) {
    String name = operator.toLowerCase(Locale.ROOT) + nodes.size();
    nodes.add(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addInput(value)
            .addAllInput(constants)
            .addAllAttribute(List.of(attributes))
            .addOutput(name));
    value = name;
  }

  /** Adds a constant list of integers, int64. */
  void addIntegers(String name, long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length)
            .addAllInt64Data(Arrays.stream(values).boxed().toList()));
  }

  /** The value that the next node reads; a branch of the graph stores it. */
  String value() {
    return value;
  }

  /** Goes back to an earlier value: the next node reads it. */
  void branchFrom(String earlier) {
    value = earlier;
  }

  /** The number of nodes so far, for names of constants. */
  int size() {
    return nodes.size();
  }

  /** Makes what the last node writes an output, float32 {@code [batch, size]}. */
  void addOutput(String name, int size) {
    nodes.get(nodes.size() - 1).setOutput(0, name);
    value = name;
    graph.addOutput(info(name, size));
  }

  GraphProto build(String name) {
    nodes.forEach(graph::addNode);
    return graph.setName(name).build();
  }
}
