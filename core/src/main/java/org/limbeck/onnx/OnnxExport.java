package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.limbeck.base.BuildVersion;
import org.limbeck.data.column.Encoding;
import org.limbeck.nn.Layer;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.StateEntry;

/**
 * A network and its weights as an ONNX model: IR version 8, operator set 17.
 *
 * <p>Input {@code input}, float32 {@code [batch, shape...]}, as the data set holds it: the graph
 * itself normalises. Outputs, float32 {@code [batch, classes]}: {@code logits}, the scores f(x),
 * and {@code probabilities}, their softmax. The batch size is free. Of a student that was trained
 * on columns of a table the inputs are those of {@link RawInput}, and the graph encodes them too.
 *
 * <p>The operators are those of the ONNX standard, https://onnx.ai/onnx/operators, version 17.
 */
public final class OnnxExport {
  /** The input. */
  static final String INPUT = "input";

  /** The output with the scores. */
  static final String LOGITS = "logits";

  /** The output with the probabilities. */
  static final String PROBABILITIES = "probabilities";

  /** Names that no input may have. */
  static final Set<String> OUTPUTS = Set.of(LOGITS, PROBABILITIES);

  static final int IR_VERSION = 8;
  static final int OPERATOR_SET = 17;
  static final int ML_OPERATOR_SET = 3;

  private OnnxExport() {}

  /** The bytes of a model that takes features. */
  public static byte[] toBytes(
      NetworkDescription network, StateDict state, Map<String, String> metadata) {
    return toBytes(network, state, metadata, Optional.empty());
  }

  /**
   * The bytes of the model file; equal arguments give equal bytes.
   *
   * @param encoding of the raw columns that the model takes; empty if it takes features
   * @param metadata stored in the model, in the order of the keys
   * @throws org.limbeck.LimbeckException if names or sizes of the state do not fit the network
   */
  public static byte[] toBytes(
      NetworkDescription network,
      StateDict state,
      Map<String, String> metadata,
      Optional<Encoding> encoding) {
    state.requireEntries(network.entries());
    var model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("limbeck")
            .setProducerVersion(BuildVersion.text())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(graph(network, state, encoding));
    if (encoding.isPresent()) {
      model.addOpsetImport(
          OperatorSetIdProto.newBuilder().setDomain(OnnxGraph.ML).setVersion(ML_OPERATOR_SET));
    }
    new TreeMap<>(metadata)
        .forEach(
            (key, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }

  private static GraphProto graph(
      NetworkDescription network, StateDict state, Optional<Encoding> encoding) {
    OnnxGraph graph =
        encoding.map(OnnxExport::encoded).orElseGet(() -> new OnnxGraph(INPUT, network.shape()));
    addNormalisation(graph, network);
    for (StateEntry entry : network.entries()) {
      graph.addInitialiser(entry.name(), entry.shape(), state.get(entry.name()));
    }
    for (Layer layer : network.layers()) {
      LayerNodes.add(graph, layer);
    }
    graph.addOutput(LOGITS, network.classes());
    graph.addNode("Softmax", List.of(), OnnxAttributes.of("axis", 1));
    graph.addOutput(PROBABILITIES, network.classes());
    return graph.build("student");
  }

  private static OnnxGraph encoded(Encoding encoding) {
    var graph = new OnnxGraph();
    Preprocessing.add(graph, encoding);
    return graph;
  }

  // (x - mean) * (1 / deviation) and not a division, to round as LayerNetwork does.
  private static void addNormalisation(OnnxGraph graph, NetworkDescription network) {
    float[] mean = network.normalisation().mean();
    float[] scale = network.normalisation().deviation().clone();
    for (int c = 0; c < scale.length; c++) {
      scale[c] = 1 / scale[c];
    }
    List<Integer> shape = new ArrayList<>(Collections.nCopies(network.shape().length, 1));
    shape.set(0, mean.length);
    graph.addInitialiser("normalisation.mean", shape, mean);
    graph.addInitialiser("normalisation.scale", shape, scale);
    graph.addNode("Sub", List.of("normalisation.mean"));
    graph.addNode("Mul", List.of("normalisation.scale"));
  }
}
