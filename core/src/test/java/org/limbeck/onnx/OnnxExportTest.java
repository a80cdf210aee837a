package org.limbeck.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.export.Students;
import org.limbeck.nn.Layer;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;

class OnnxExportTest {
  private static final Map<String, String> METADATA = Map.of("b", "2", "a", "1 \u00e9");

  private static byte[] bytes(String spec) {
    NetworkDescription network = Students.network(spec);
    return OnnxExport.toBytes(network, Students.randomState(network, 1), METADATA);
  }

  private static OnnxMl.ModelProto model(String spec) throws InvalidProtocolBufferException {
    return OnnxMl.ModelProto.parseFrom(bytes(spec));
  }

  private static List<String> operators(String spec) throws InvalidProtocolBufferException {
    return model(spec).getGraph().getNodeList().stream().map(OnnxMl.NodeProto::getOpType).toList();
  }

  @Test
  void toBytes_perceptron_hasItsOperatorsInOrder() throws InvalidProtocolBufferException {
    assertThat(operators("mlp 16-12"))
        .containsExactly(
            "Sub", "Mul", "Flatten", "Gemm", "Relu", "Gemm", "Relu", "Gemm", "Softmax");
  }

  @Test
  void toBytes_convNet_hasItsOperatorsInOrder() throws InvalidProtocolBufferException {
    assertThat(operators("convnet 4-8"))
        .containsExactly(
            "Sub",
            "Mul",
            "Conv",
            "BatchNormalization",
            "Relu",
            "Conv",
            "BatchNormalization",
            "Relu",
            "GlobalAveragePool",
            "Flatten",
            "Gemm",
            "Softmax");
  }

  @Test
  void toBytes_convNet_writesAttributesAsTheNetworkHasThem() throws InvalidProtocolBufferException {
    List<OnnxMl.NodeProto> nodes = model("convnet 4-8").getGraph().getNodeList();
    assertThat(attributes(nodes.get(5)))
        .isEqualTo(Map.of("kernel_shape", "[3, 3]", "strides", "[2, 2]", "pads", "[1, 1, 1, 1]"));
    assertThat(attributes(nodes.get(3))).isEqualTo(Map.of("epsilon", "1.0E-5"));
    assertThat(attributes(nodes.get(9))).isEqualTo(Map.of("axis", "1"));
    assertThat(attributes(nodes.get(10))).isEqualTo(Map.of("transB", "1"));
    assertThat(attributes(nodes.get(11))).isEqualTo(Map.of("axis", "1"));
  }

  private static Map<String, String> attributes(OnnxMl.NodeProto node) {
    return node.getAttributeList().stream()
        .collect(Collectors.toMap(OnnxMl.AttributeProto::getName, OnnxExportTest::value));
  }

  private static String value(OnnxMl.AttributeProto attribute) {
    return switch (attribute.getType()) {
      case INT -> Long.toString(attribute.getI());
      case FLOAT -> Float.toString(attribute.getF());
      case INTS -> attribute.getIntsList().toString();
      default -> throw new AssertionError(attribute);
    };
  }

  @Test
  void toBytes_anyNetwork_declaresVersionsAndProducer() throws InvalidProtocolBufferException {
    OnnxMl.ModelProto model = model("mlp 16");
    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getProducerName()).isEqualTo("limbeck");
    assertThat(model.getOpsetImportList()).hasSize(1);
    assertThat(model.getOpsetImport(0).getDomain()).isEmpty();
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
    assertThat(model.getMetadataPropsList())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue())
        .containsExactly("a=1 \u00e9", "b=2");
  }

  @Test
  void toBytes_weights_areRawLittleEndianUnderTheirNames() throws InvalidProtocolBufferException {
    NetworkDescription network = Students.network("convnet 4");
    StateDict state = Students.randomState(network, 1);
    var initialisers = model("convnet 4").getGraph().getInitializerList();
    assertThat(initialisers)
        .extracting(OnnxMl.TensorProto::getName)
        .containsExactly(
            "normalisation.mean",
            "normalisation.scale",
            "conv0.weight",
            "norm0.weight",
            "norm0.bias",
            "norm0.mean",
            "norm0.variance",
            "output.weight",
            "output.bias");
    assertThat(initialisers.get(0).getDimsList()).containsExactly(1L, 1L, 1L);
    assertThat(initialisers.get(2).getDimsList()).containsExactly(4L, 1L, 3L, 3L);
    assertThat(floats(initialisers.get(2))).isEqualTo(state.get("conv0.weight"));
    assertThat(floats(initialisers.get(6))).isEqualTo(state.get("norm0.variance"));
  }

  private static float[] floats(OnnxMl.TensorProto tensor) {
    FloatBuffer buffer =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp 16-12", "convnet 4-8"})
  void toBytes_sameArguments_giveSameBytes(String spec) {
    assertThat(bytes(spec)).isEqualTo(bytes(spec));
  }

  @Test
  void toBytes_unfitState_throws() {
    StateDict state = Students.randomState(Students.network("mlp 5"), 1);
    assertThatThrownBy(() -> OnnxExport.toBytes(Students.network("mlp 6"), state, Map.of()))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("hidden0.weight");
  }

  @Test
  void toBytes_inOnnxRuntime_showsShapesAndMetadata() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var session = environment.createSession(bytes("convnet 4"))) {
      assertThat(shape(session.getInputInfo().get("input"))).containsExactly(-1, 1, 8, 8);
      assertThat(session.getOutputInfo().keySet()).containsExactly("logits", "probabilities");
      assertThat(shape(session.getOutputInfo().get("logits"))).containsExactly(-1, 10);
      assertThat(session.getMetadata().getProducerName()).isEqualTo("limbeck");
      assertThat(session.getMetadata().getCustomMetadata()).isEqualTo(METADATA);
    }
  }

  private static long[] shape(@Nullable NodeInfo node) {
    return ((TensorInfo) Objects.requireNonNull(node).getInfo()).getShape();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp 16", "convnet 4-8"})
  void run_batchesOfOneAndSeven_giveTheSameRows(String spec) {
    float[] values = Students.DATA.validation().rows(0, 7);
    try (var model = new OnnxRuntimeModel(bytes(spec))) {
      var seven = model.run(FloatBuffer.wrap(values), new long[] {7, 1, 8, 8});
      assertThat(seven.logits()).hasSize(70);
      for (int i = 0; i < 7; i++) {
        var one = model.run(FloatBuffer.wrap(values, i * 64, 64), new long[] {1, 1, 8, 8});
        assertThat(one.logits())
            .containsExactly(
                Arrays.copyOfRange(seven.logits(), i * 10, i * 10 + 10), Offset.offset(1e-5f));
      }
    }
  }

  /** Java 17 cannot check a switch over sealed records, so this does. */
  @Test
  void layerNodes_everyPermittedLayer_hasNodes() {
    Map<Class<?>, Layer> samples = new LinkedHashMap<>();
    for (Layer layer :
        List.of(
            new Layer.Linear("a", 1, 1),
            new Layer.Convolution("b", 1, 1, 3, 1, 1, true),
            new Layer.BatchNorm("c", 1),
            new Layer.ZeroPad(0, 0, 1, 1),
            new Layer.MaxPool(3, 2, 1),
            new Layer.PadShortcut(1, 2, 1),
            new Layer.Residual(List.of(new Layer.Relu()), List.of()),
            new Layer.Relu(),
            new Layer.GlobalAveragePool(),
            new Layer.Flatten())) {
      samples.put(layer.getClass(), layer);
    }
    assertThat(samples.keySet()).containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
    var graph = new OnnxGraph("input", new int[] {1, 8, 8});
    samples.values().forEach(layer -> LayerNodes.add(graph, layer));
    assertThat(graph.build("all").getNodeCount()).isEqualTo(samples.size() + 2);
  }
}
