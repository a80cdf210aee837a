package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.onnx.TestGraphs;
import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** Outputs and inputs of unusual shapes and types; all models add 10 to what they get. */
class ModelShapesTest {
  private static final float[] VALUES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  private static final Examples ROWS = Examples.of(new int[] {3}, VALUES, new int[5]);

  @TempDir private Path folder = Path.of("");

  private static TestGraphs plus10(long batch) {
    return new TestGraphs()
        .input("x", batch, 3)
        .floats("ten", new long[] {1}, 10)
        .node("Add", List.of("x", "ten"), "sum");
  }

  private Path write(TestGraphs graph) throws IOException {
    return graph.write(folder.resolve("m.onnx"));
  }

  private OnnxScores scores(TestGraphs graph) throws IOException {
    return OnnxScores.of(write(graph), ROWS, 3);
  }

  private void assertPlus10(OnnxScores scores) {
    assertThat(scores.values()).hasSize(15);
    for (int i = 0; i < 15; i++) {
      assertThat(scores.values()[i]).isEqualTo(VALUES[i] + 10);
    }
  }

  private AbstractThrowableAssert<?, ?> assertRefused(TestGraphs graph) throws IOException {
    Path file = write(graph);
    return assertThatThrownBy(() -> OnnxScores.of(file, ROWS, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.onnx");
  }

  @Test
  void of_classesByExamples_isTransposedAndSaid() throws IOException {
    OnnxScores scores =
        scores(plus10(-1).output("y", 3, -1).node("Transpose", List.of("sum"), "y"));
    assertPlus10(scores);
    assertThat(scores.notes())
        .containsExactly("output 'y' is [classes, examples]; it was transposed");
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 1, 2, 4})
  void of_fixedBatchAlsoOfAsManyAsClasses_isReadEitherWay(long batch) throws IOException {
    assertPlus10(scores(plus10(batch).output("y", batch, 3).node("Identity", List.of("sum"), "y")));
    assertPlus10(
        scores(plus10(batch).output("y", 3, batch).node("Transpose", List.of("sum"), "y")));
  }

  @Test
  void of_axesOfSizeOne_areIgnored() throws IOException {
    assertPlus10(
        scores(
            plus10(-1)
                .output("y", -1, 3, 1, 1)
                .longs("axes", 2, 3)
                .node("Unsqueeze", List.of("sum", "axes"), "y")));
  }

  @Test
  void of_otherOutputsBeside_areLeft() throws IOException {
    TestGraphs graph =
        plus10(-1)
            .typedOutput("label", DataType.INT64_VALUE, -1)
            .output("embedding", -1, 7)
            .output("scores", -1, 3)
            .node("ArgMax", List.of("sum"), "label", one(), TestGraphs.number("keepdims", 0))
            .floats("w", new long[] {3, 7}, new float[21])
            .node("MatMul", List.of("sum", "w"), "embedding")
            .node("Identity", List.of("sum"), "scores");
    assertPlus10(scores(graph));
  }

  private static AttributeProto one() {
    return TestGraphs.number("axis", 1);
  }

  @Test
  void of_labelsOnly_areRefusedInWords() throws IOException {
    assertRefused(
            plus10(-1)
                .typedOutput("label", DataType.INT64_VALUE, -1)
                .node("ArgMax", List.of("sum"), "label", one(), TestGraphs.number("keepdims", 0)))
        .hasMessageContaining("none of its outputs has a score for each of the 3 classes")
        .hasMessageContaining("'label' (int64 [-1])");
  }

  @Test
  void of_oneValueInAll_isRefusedInWords() throws IOException {
    assertRefused(
            plus10(-1)
                .output("y")
                .node("ReduceSum", List.of("sum"), "y", TestGraphs.number("keepdims", 0)))
        .hasMessageContaining("its output 'y' has shape [] for 2 examples");
  }

  @Test
  void of_halfDoubleAndWholeNumbers_areConverted() throws IOException {
    for (int type :
        new int[] {
          DataType.FLOAT16_VALUE, DataType.DOUBLE_VALUE, DataType.UINT8_VALUE, DataType.INT32_VALUE
        }) {
      TestGraphs graph =
          new TestGraphs()
              .typedInput("x", type, -1, 3)
              .typedOutput("y", type, -1, 3)
              .node("Cast", List.of("x"), "f", TestGraphs.number("to", DataType.FLOAT_VALUE))
              .floats("ten", new long[] {1}, 10)
              .node("Add", List.of("f", "ten"), "sum")
              .node("Cast", List.of("sum"), "y", TestGraphs.number("to", type));
      assertPlus10(scores(graph));
    }
  }

  @Test
  void of_fractionsForAWholeInput_areRefused() throws IOException {
    Path file =
        write(
            new TestGraphs()
                .typedInput("x", DataType.UINT8_VALUE, -1, 3)
                .output("y", -1, 3)
                .node("Cast", List.of("x"), "y", TestGraphs.number("to", DataType.FLOAT_VALUE)));
    Examples halves = Examples.of(new int[] {3}, new float[] {1, 2, 0.5f}, new int[1]);
    assertThatThrownBy(() -> OnnxScores.of(file, halves, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("its input 'x' takes whole numbers in [0, 255]")
        .hasMessageContaining("have 0.5");
  }

  @Test
  void of_noExamples_givesNoScores() throws IOException {
    Path file = write(plus10(-1).output("y", -1, 3).node("Identity", List.of("sum"), "y"));
    Examples none = Examples.of(new int[] {3}, new float[0], new int[0]);
    assertThat(OnnxScores.of(file, none, 3).values()).isEmpty();
  }

  @Test
  void scores_oneValueForTwoClasses_needsItsKind() throws IOException {
    Path path =
        write(
            new TestGraphs()
                .input("x", -1, 3)
                .output("y", -1, 1)
                .floats("w", new long[] {3, 1}, 0.1f, 0, 0)
                .node("MatMul", List.of("x", "w"), "y"));
    assertThatThrownBy(() -> OnnxScores.of(path, ROWS, 2))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("a logit or a probability of class '1' (output.kind)");
    assertThat(two(path, Kind.PROBABILITIES)).startsWith(1, 0, 0.7f, 0.3f);
    assertThat(two(path, Kind.LOGITS)).startsWith(0, 0, 0, 0.3f);
  }

  private static float[] two(Path path, Kind kind) {
    var output = new ModelOutput(Optional.empty(), Optional.of(kind), List.of());
    var file = ModelFile.onnx(path, ModelInput.FOUND, output);
    try (var model = new OpenModel(file, List.of("0", "1"))) {
      InputForm form = model.input(ModelInput.FOUND, ROWS.shape());
      return model.scores(new ExampleInputs(form, ROWS, Views.NONE, new float[3]), ROWS.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[1,2]", "[1,2,1e999]", "[1,2,0]", "[1,2,null]", "{}", "x"})
  void of_costsThatAreNone_areRefused(String text) throws IOException {
    assertRefused(
            plus10(-1)
                .metadata("training_costs", text)
                .output("y", -1, 3)
                .node("Identity", List.of("sum"), "y"))
        .hasMessageContaining("metadata training_costs is not a list of positive numbers");
  }

  @Test
  void of_tritonFolder_usesItsConfiguration() throws IOException {
    Path version = Files.createDirectories(folder.resolve("fruit/2"));
    Files.createDirectories(folder.resolve("fruit/1"));
    plus10(-1)
        .output("y", -1, 3)
        .output("z", -1, 3)
        .node("Identity", List.of("sum"), "y")
        .node("Neg", List.of("sum"), "z")
        .write(version.resolve("model.onnx"));
    Files.writeString(folder.resolve("fruit/labels.txt"), "pear\napple\nfig\n");
    Files.writeString(
        folder.resolve("fruit/config.pbtxt"),
        """
        name: "fruit"  # a comment
        backend: "onnxruntime" max_batch_size: 8
        input [ { name: "x" data_type: TYPE_FP32 dims: [ 3 ] } ]
        output { name: "y" dims: 3; label_filename: 'labels.txt' }
        instance_group [{ kind: KIND_CPU count: 1 }, { kind: KIND_GPU }]
        """);
    OnnxScores scores =
        OnnxScores.of(folder.resolve("fruit"), ROWS, List.of("apple", "fig", "pear"));
    assertThat(scores.output()).isEqualTo("y");
    assertThat(scores.values()).startsWith(new float[] {11, 12, 10}, within(1e-6f));
    assertThat(scores.notes()).singleElement().asString().contains("[pear, apple, fig]");
    Files.writeString(folder.resolve("fruit/config.pbtxt"), "backend: \"python\"");
    assertThatThrownBy(() -> OnnxScores.of(folder.resolve("fruit"), ROWS, 3))
        .hasMessageContaining("for the backend 'python'");
    Files.writeString(folder.resolve("fruit/config.pbtxt"), "input [\n { name: }\n]");
    assertThatThrownBy(() -> OnnxScores.of(folder.resolve("fruit"), ROWS, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("config.pbtxt, line 2: '}' where a value of 'name' is expected");
  }
}
