package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Small ONNX models that others might have written, built node by node. */
public final class TestGraphs {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
  private final ModelProto.Builder model =
      ModelProto.newBuilder()
          .setIrVersion(8)
          .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17));

  /** An input of float32; sizes below 0 are free. */
  public TestGraphs input(String name, long... sizes) {
    return typedInput(name, TensorProto.DataType.FLOAT_VALUE, sizes);
  }

  public TestGraphs typedInput(String name, int type, long... sizes) {
    graph.addInput(value(name, type, sizes));
    return this;
  }

  public TestGraphs output(String name, long... sizes) {
    return typedOutput(name, TensorProto.DataType.FLOAT_VALUE, sizes);
  }

  public TestGraphs typedOutput(String name, int type, long... sizes) {
    graph.addOutput(value(name, type, sizes));
    return this;
  }

  public TestGraphs node(String type, List<String> inputs, String output, AttributeProto... with) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(type)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(with)));
    return this;
  }

  public TestGraphs floats(String name, long[] shape, float... values) {
    var tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    Arrays.stream(shape).forEach(tensor::addDims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return this;
  }

  public TestGraphs longs(String name, long... values) {
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    graph.addInitializer(tensor);
    return this;
  }

  /** Weights whose values are in another file. */
  public TestGraphs external(String name, long[] shape, String location) {
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue(location));
    Arrays.stream(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return this;
  }

  public TestGraphs metadata(String key, String value) {
    model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    return this;
  }

  /** A loop over {@code x} that never ends. */
  public TestGraphs endless(String input, String output) {
    var body =
        GraphProto.newBuilder()
            .setName("body")
            .addInput(value("i", TensorProto.DataType.INT64_VALUE))
            .addInput(value("on", TensorProto.DataType.BOOL_VALUE))
            .addInput(value("v", TensorProto.DataType.FLOAT_VALUE, -1, -1))
            .addNode(NodeProto.newBuilder().setOpType("Identity").addInput("on").addOutput("on2"))
            .addNode(NodeProto.newBuilder().setOpType("Neg").addInput("v").addOutput("v2"))
            .addOutput(value("on2", TensorProto.DataType.BOOL_VALUE))
            .addOutput(value("v2", TensorProto.DataType.FLOAT_VALUE, -1, -1));
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("true")
            .setDataType(TensorProto.DataType.BOOL_VALUE)
            .addInt32Data(1));
    return node(
        "Loop",
        List.of("", "true", input),
        output,
        AttributeProto.newBuilder()
            .setName("body")
            .setType(AttributeProto.AttributeType.GRAPH)
            .setG(body)
            .build());
  }

  public static AttributeProto ints(String name, long... values) {
    var attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  public static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static ValueInfoProto value(String name, int type, long... sizes) {
    var shape = TensorShapeProto.newBuilder();
    for (int i = 0; i < sizes.length; i++) {
      var dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(
          sizes[i] < 0 ? dimension.setDimParam(name + i) : dimension.setDimValue(sizes[i]));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, model.setGraph(graph).build().toByteArray());
  }
}
