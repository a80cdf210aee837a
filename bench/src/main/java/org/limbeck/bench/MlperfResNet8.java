package org.limbeck.bench;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.teacher.foreign.OnnxScores;

/**
 * Writes the ResNet-8 of MLPerf Tiny (mlcommons/tiny, Apache-2.0) as an ONNX model from its
 * weights, with the input that it was trained with: NHWC, pixels 0..255.
 *
 * <pre>{@code
 * java -cp ... org.limbeck.bench.MlperfResNet8 WEIGHTS resnet8.onnx [test_batch.bin LOGITS]
 * }</pre>
 *
 * <p>WEIGHTS is a folder with {@code resnet8.csv} and {@code resnet8.f32}. With the test batch of
 * CIFAR-10 and its logits, float32 {@code [10000, 10]}, it prints the largest difference and the
 * accuracy.
 */
public final class MlperfResNet8 {
  private static final int CLASSES = 10;
  private static final int PIXELS = 3 * 32 * 32;
  private static final float EPSILON = 1e-3f;

  private final MlperfWeights weights;
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("resnet8");

  private MlperfResNet8(MlperfWeights weights) {
    this.weights = weights;
  }

  /** Writes the model, and checks it if the arguments say with what. */
  public static void main(String[] args) throws IOException {
    Path model = Path.of(args[1]);
    Files.write(
        model, new MlperfResNet8(new MlperfWeights(Path.of(args[0]))).model().toByteArray());
    if (args.length > 2) {
      check(model, Files.readAllBytes(Path.of(args[2])), floats(Path.of(args[3])));
    }
  }

  private ModelProto model() {
    graph.addInput(value("image", 32, 32, 3)).addOutput(value("scores", CLASSES));
    node("Transpose", "nchw", List.of("image"), ints("perm", 0, 3, 1, 2));
    convolution("nchw", 0, 1, 0, "a0");
    relu("a0");
    String a = stack("a0.relu", 1, 2, -1, 1);
    String b = stack(a, 3, 4, 5, 2);
    String c = stack(b, 6, 7, 8, 2);
    node("GlobalAveragePool", "pool", List.of(c));
    node("Flatten", "flat", List.of("pool"));
    initialiser("dense.kernel", weights.get("dense/kernel"));
    initialiser("dense.bias", weights.get("dense/bias"));
    node("Gemm", "scores", List.of("flat", "dense.kernel", "dense.bias"));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("mlperf-tiny")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build();
  }

  /** Two convolutions and the way around them, which is a convolution too if {@code side} >= 0. */
  private String stack(String input, int first, int second, int side, int stride) {
    String name = "s" + first;
    convolution(input, first, stride, first, name + ".1");
    relu(name + ".1");
    convolution(name + ".1.relu", second, 1, second, name + ".2");
    String around = input;
    if (side >= 0) {
      around = name + ".side";
      convolution(input, side, stride, -1, around);
    }
    node("Add", name, List.of(around, name + ".2"));
    relu(name);
    return name + ".relu";
  }

  private void relu(String of) {
    node("Relu", of + ".relu", List.of(of));
  }

  /** A convolution with the padding of TensorFlow's "same", and its norm if there is one. */
  private void convolution(String input, int index, int stride, int norm, String output) {
    String name = index == 0 ? "conv2d" : "conv2d_" + index;
    initialiser(name + ".kernel", weights.kernel(name + "/kernel"));
    initialiser(name + ".bias", weights.get(name + "/bias"));
    String convolved = norm < 0 ? output : output + ".conv";
    node(
        "Conv",
        convolved,
        List.of(input, name + ".kernel", name + ".bias"),
        ints("strides", stride, stride),
        AttributeProto.newBuilder()
            .setName("auto_pad")
            .setType(AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFromUtf8("SAME_UPPER"))
            .build());
    if (norm >= 0) {
      norm(convolved, norm == 0 ? 0 : normOf(index), output);
    }
  }

  /** Norms are numbered without the convolutions at the side. */
  private static int normOf(int index) {
    return index < 5 ? index : index - 1;
  }

  private void norm(String input, int index, String output) {
    String name = index == 0 ? "batch_normalization" : "batch_normalization_" + index;
    List<String> parts = List.of("gamma", "beta", "moving_mean", "moving_variance");
    parts.forEach(part -> initialiser(name + "." + part, weights.get(name + "/" + part)));
    node(
        "BatchNormalization",
        output,
        List.of(
            input,
            name + "." + parts.get(0),
            name + "." + parts.get(1),
            name + "." + parts.get(2),
            name + "." + parts.get(3)),
        AttributeProto.newBuilder()
            .setName("epsilon")
            .setType(AttributeProto.AttributeType.FLOAT)
            .setF(EPSILON)
            .build());
  }

  private static AttributeProto ints(String name, long... values) {
    var attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  private void node(String type, String output, List<String> inputs, AttributeProto... with) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(type)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(with)));
  }

  private void initialiser(String name, MlperfWeights.Weights values) {
    var bytes =
        ByteBuffer.allocate(values.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values.values());
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    Arrays.stream(values.shape()).forEach(tensor::addDims);
    graph.addInitializer(tensor);
  }

  private static ValueInfoProto value(String name, long... sizes) {
    var shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"));
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    var tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static float[] floats(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  /** Scores CIFAR-10 records, a label and 3072 pixels each, through the foreign model' path. */
  private static void check(Path model, byte[] records, float[] expected) {
    int count = records.length / (1 + PIXELS);
    var pixels = new byte[count * PIXELS];
    int[] labels = new int[count];
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = records[i * (1 + PIXELS)];
      rows[i] = i;
      System.arraycopy(records, i * (1 + PIXELS) + 1, pixels, i * PIXELS, PIXELS);
    }
    var images =
        new Examples(
            new int[] {3, 32, 32}, new ByteValues(ByteStore.of(pixels, PIXELS), rows), labels);
    float[] scores = OnnxScores.of(model, images, CLASSES).values();
    double largest = 0;
    int right = 0;
    for (int i = 0; i < count; i++) {
      int best = i * CLASSES;
      for (int at = i * CLASSES; at < (i + 1) * CLASSES; at++) {
        largest = Math.max(largest, Math.abs((double) scores[at] - expected[at]));
        best = scores[at] > scores[best] ? at : best;
      }
      right += best - i * CLASSES == labels[i] ? 1 : 0;
    }
    System.out.printf("largest difference %.2e, accuracy %.4f%n", largest, (double) right / count);
  }
}
