package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;

/** Models that Limbeck has not written. */
class OnnxScoresTest {
  private static final Examples EXAMPLES =
      Examples.of(
          new int[] {2}, new float[] {0, 0, 1, 1, 2, 0, 0, 3, 1, 1}, new int[] {0, 1, 0, 1, 0});

  @TempDir private Path folder = Path.of("");

  private static ValueInfoProto value(String name, long batch, long width) {
    var shape = TensorShapeProto.newBuilder();
    var dimension = TensorShapeProto.Dimension.newBuilder();
    shape.addDim(batch > 0 ? dimension.setDimValue(batch) : dimension.setDimParam("n"));
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
    var tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static ModelProto.Builder model(long batch, String... outputs) {
    var graph = GraphProto.newBuilder().setName("g").addInput(value("x", batch, 2));
    for (String output : outputs) {
      graph.addOutput(value(output, batch, 2));
      graph.addNode(NodeProto.newBuilder().setOpType("Softmax").addInput("x").addOutput(output));
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph);
  }

  private Path write(ModelProto.Builder model) throws IOException {
    return Files.write(folder.resolve("m.onnx"), model.build().toByteArray());
  }

  @Test
  void of_foreignModel_readsItsOnlyOutput() throws IOException {
    OnnxScores scores = OnnxScores.of(write(model(0, "scores")), EXAMPLES, 2);
    assertThat(scores.output()).isEqualTo("scores");
    assertThat(scores.values()).hasSize(10);
    assertThat(scores.values()[4]).isCloseTo(0.8808f, within(1e-4f));
    assertThat(scores.costs()).isEmpty();
    assertThat(scores.fingerprint()).isEmpty();
  }

  @Test
  void of_fixedBatch_scoresEveryExample() throws IOException {
    float[] free = OnnxScores.of(write(model(0, "scores")), EXAMPLES, 2).values();
    float[] fixed = OnnxScores.of(write(model(2, "scores")), EXAMPLES, 2).values();
    assertThat(fixed).containsExactly(free, within(1e-6f));
  }

  @Test
  void of_twoUnknownOutputs_areRefusedByName() throws IOException {
    Path file = write(model(0, "a", "b"));
    assertThatThrownBy(() -> OnnxScores.of(file, EXAMPLES, 2))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("several outputs may be the scores: a, b; expected one float output");
    assertThat(OnnxScores.of(write(model(0, "a", "logits")), EXAMPLES, 2).output())
        .isEqualTo("logits");
  }

  @Test
  void of_otherNumberOfClasses_isRefused() throws IOException {
    Path file = write(model(0, "scores"));
    assertThatThrownBy(() -> OnnxScores.of(file, EXAMPLES, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "has shape [2, 2] for 2 examples: not one score for each of the 3 classes");
  }

  @Test
  void of_costsInTheFile_areReadOrRefused() throws IOException {
    var costs = StringStringEntryProto.newBuilder().setKey("training_costs").setValue("[1,2.5]");
    OnnxScores scores =
        OnnxScores.of(write(model(0, "logits").addMetadataProps(costs)), EXAMPLES, 2);
    assertThat(scores.costs().orElseThrow()).containsExactly(1, 2.5);
    Path bad = write(model(0, "logits").addMetadataProps(costs.setValue("[1,-2]")));
    assertThatThrownBy(() -> OnnxScores.of(bad, EXAMPLES, 2))
        .hasMessageContaining("metadata training_costs is not a list of positive numbers")
        .hasMessageContaining("--costs");
  }

  @Test
  void of_noFile_isRefused() {
    assertThatThrownBy(() -> OnnxScores.of(folder.resolve("no.onnx"), EXAMPLES, 2))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("no.onnx cannot be read: no such file or folder");
  }
}
