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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph in the making: a chain of nodes, each reading what the one before it wrote.
 *
 * <p>Nodes are named by operator and position, {@code gemm3}; so are the values they write. Inputs
 * keep their names, which users choose: a node or a constant that is called alike gets another.
 */
final class OnnxGraph {
  /** The domain of ONNX for machine learning other than networks. */
  static final String ML = "ai.onnx.ml";

  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final List<NodeProto.Builder> nodes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> constants = new HashMap<>();
  private String value = "";

  /** A graph without inputs; {@link #addInput} adds them, before all else. */
  OnnxGraph() {}

  /** A graph with one input, float32 {@code [batch, shape...]}. */
  OnnxGraph(String input, int[] shape) {
    addInput(input, TensorProto.DataType.FLOAT, shape);
  }

  /** Adds an input, {@code [batch, shape...]}; the next node reads it. */
  void addInput(String name, TensorProto.DataType type, int... shape) {
    names.add(name);
    value = name;
    graph.addInput(info(name, type, shape));
  }

  private static ValueInfoProto info(String name, TensorProto.DataType type, int... shape) {
    var dimensions = TensorShapeProto.newBuilder();
    dimensions.addDimBuilder().setDimParam(BATCH);
    for (int size : shape) {
      dimensions.addDimBuilder().setDimValue(size);
    }
    var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions);
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
            .setName(constant(name))
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addAllDims(shape.stream().map(Integer::longValue).toList())
            .setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
  }

  /** The name in the graph of a new constant. */
  private String constant(String name) {
    return constants.computeIfAbsent(name, wanted -> RawInput.free(wanted, names));
  }

  /**
   * Adds a node to the end of the chain.
   *
   * @param constants its inputs after the first: initialisers, by name, or values
   */
  void addNode(String operator, List<String> constants, AttributeProto... attributes) {
    List<String> inputs = new ArrayList<>(List.of(value));
    inputs.addAll(constants);
    value = node(operator, inputs, attributes);
  }

  /** Adds a node off the chain and returns the value that it writes. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String name = RawInput.free(operator.toLowerCase(Locale.ROOT) + nodes.size(), names);
    nodes.add(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(
                inputs.stream().map(input -> constants.getOrDefault(input, input)).toList())
            .addAllAttribute(List.of(attributes))
            .addOutput(name));
    return name;
  }

  /** The same for an operator of the domain {@link #ML}. */
  String mlNode(String operator, String input, AttributeProto... attributes) {
    String output = node(operator, List.of(input), attributes);
    nodes.get(nodes.size() - 1).setDomain(ML);
    return output;
  }

  /** Adds a constant list of integers, int64. */
  void addIntegers(String name, long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(constant(name))
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
    graph.addOutput(info(name, TensorProto.DataType.FLOAT, size));
  }

  GraphProto build(String name) {
    nodes.forEach(graph::addNode);
    return graph.setName(name).build();
  }
}
